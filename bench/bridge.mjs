import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { completions } from "./completions.mjs";
import { table } from "./table.mjs";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const server = spawn(process.execPath, [main, "serve", "--fd", "3"], {
  stdio: ["ignore", "ignore", "inherit", "pipe"],
});
const socket = server.stdio[3];
const waiting = [];
createInterface({ input: socket }).on("line", (line) => waiting.shift()(line));

function call(method, params) {
  return new Promise((resolve) => {
    waiting.push((line) => resolve(JSON.parse(line)));
    socket.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method, params })}\n`);
  });
}

const batch = {
  rewards: [{ name: "accuracy" }, { name: "think_format" }],
  completions: completions.slice(0, 64),
  columns: { solution: Array.from({ length: 64 }, (_, i) => String(i)) },
};
const { error } = await call("score", batch);
if (error) throw new Error(error.message);
await table("Round trips over a socket, client and server on this machine", {
  "an empty batch": () => call("score", { ...batch, completions: [], columns: { solution: [] } }),
  "64 completions of 24 kB, 2 rewards": () => call("score", batch),
});
socket.end();
