import { writeSync } from "node:fs";
import { createAnswerer } from "./answer.js";
import { onLines } from "./lines.js";
import type { Request } from "./protocol.js";

const REPLIES = 3;

// Written at once: what hangs afterwards could not write it later.
const answer = createAnswerer((reply) => void writeSync(REPLIES, `${JSON.stringify(reply)}\n`));
onLines(process.stdin, (line) => answer(JSON.parse(line) as Request));
process.stdin.on("end", () => process.exit());
