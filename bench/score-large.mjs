/**
 * The command `score` on an input of gigabytes that comes through a pipe: its memory on the way, and whether it goes on
 * after `kill -9` with no line lost or doubled.
 *
 *     node bench/score-large.mjs [--gigabytes 2] [--reward accuracy]
 *
 * The run is killed halfway and resumed. Memory is what the process holds at that moment (RSS), and the most so far.
 */
import { Buffer } from "node:buffer";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { blocksOf, rowOf } from "./score-rows.mjs";

const { values: flags } = parseArgs({
  options: {
    gigabytes: { type: "string", default: "2" },
    reward: { type: "string", default: "accuracy" },
  },
});
/** As long as traces of reasoning are. */
const STEPS = 80;
const BYTES_PER_ROW = Buffer.byteLength(JSON.stringify(rowOf(0, STEPS))) + 1;
const ROWS = Math.round((Number(flags.gigabytes) * 1e9) / BYTES_PER_ROW);
const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** Megabytes that a process holds, and the most that it held. */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)[1]) / 1024);
  return { "memory MB": read("VmRSS"), "at most MB": read("VmHWM") };
}

/** Feeds all rows to a process, which is killed where `killAt` says; the shares of the rows at which memory is read. */
async function run(output, extra, killAt, shares) {
  const args = [MAIN, "score", "-", "--rewards", flags.reward, "--keep", "id", "-o", output, ...extra];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "ignore", "inherit"] });
  const ended = once(child, "exit");
  child.stdin.on("error", () => undefined);
  const left = [...shares];
  const seen = [];
  let [rows, killed] = [0, false];
  for (const block of blocksOf(ROWS, STEPS)) {
    if (!child.stdin.write(block)) await Promise.race([once(child.stdin, "drain"), ended]);
    rows += block.split("\n").length - 1;
    while (left.length > 0 && rows >= left[0] * ROWS)
      seen.push({ "input read": `${left.shift() * 100} %`, ...memoryOf(child.pid) });
    if (rows >= killAt * ROWS) {
      killed = child.kill("SIGKILL");
      break;
    }
  }
  child.stdin.end();
  const [code] = await ended;
  if (!killed && code !== 0) throw new Error(`score exited with ${code}`);
  return seen;
}

/** Whether the rows of the output are those of the input, in their order. */
async function check(output) {
  let next = 0;
  for await (const line of createInterface({ input: createReadStream(output) })) {
    const { id, scores } = JSON.parse(line);
    if (id !== next || scores === undefined) throw new Error(`line ${next + 1} is ${line.slice(0, 100)}`);
    next++;
  }
  if (next !== ROWS) throw new Error(`${next} lines of ${ROWS}`);
}

const folder = mkdtempSync(join(tmpdir(), "score-large-"));
const output = join(folder, "scored.jsonl");
console.log(`${ROWS} rows of ${BYTES_PER_ROW} bytes, by ${flags.reward}`);
try {
  const start = performance.now();
  const before = await run(output, [], 0.5, [0.1, 0.5]);
  const after = await run(output, ["--resume"], Infinity, [0.1, 0.5, 1]);
  const seconds = (performance.now() - start) / 1000;
  console.table([
    ...before.map((row) => ({ run: "killed at 50 %", ...row })),
    ...after.map((row) => ({ run: "resumed", ...row })),
  ]);
  await check(output);
  console.log(`every line is there once, in its order; ${Math.round(seconds)} s`);
} finally {
  rmSync(folder, { recursive: true });
}
