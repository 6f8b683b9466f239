import { parentPort } from "node:worker_threads";
import { createAnswerer } from "./answer.js";

if (parentPort === null) throw new Error("this is the script of a thread");
const port = parentPort;
port.on(
  "message",
  createAnswerer((reply) => port.postMessage(reply)),
);
