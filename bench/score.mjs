/**
 * The command `score`, end to end: completions a second from a file to a file, of the size that those of GSM8K have.
 *
 *     node bench/score.mjs [--rows 200000] [--reward accuracy]
 *
 * Memory is the most that the process held. The rows of all runs have to be the same, byte by byte.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: flags } = parseArgs({
  options: {
    rows: { type: "string", default: "200000" },
    reward: { type: "string", default: "accuracy" },
  },
});
const ROWS = Number(flags.rows);
const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const STEP = "Natalia sold clips to her friends in April, and half as many clips in May, so both are added. ";

/** Two of three are right. */
function row(id) {
  const [a, b] = [(id * 7919) % 997, (id * 104_729) % 991];
  return {
    id,
    question: `Natalia sold ${a} clips to her friends in April, and then ${b} in May. How many clips did she sell altogether?`,
    answer: `She sold ${a} + ${b} = <<${a}+${b}=${a + b}>>${a + b} clips.\n#### ${a + b}`,
    completion: `<think>${STEP.repeat(4)}That is ${a} + ${b} = ${a + b}.</think>\nThe answer is \\boxed{${id % 3 ? a + b : a - 1}}.`,
  };
}

const folder = mkdtempSync(join(tmpdir(), "score-"));
const input = join(folder, "rows.jsonl");
for (let from = 0; from < ROWS; from += 10_000) {
  const rows = Array.from({ length: Math.min(10_000, ROWS - from) }, (_, i) => row(from + i));
  appendFileSync(input, rows.map((each) => `${JSON.stringify(each)}\n`).join(""));
}

/** The summary is that of the command; a hook in its process tells the memory. */
function run(workers) {
  const output = join(folder, `scored-${workers}.jsonl`);
  const hook =
    "data:text/javascript,process.on('exit',()=>console.error('rss',process.resourceUsage().maxRSS,process.cpuUsage().user))";
  const args = [MAIN, "score", input, "--rewards", flags.reward, "--workers", `${workers}`, "-o", output];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", hook, ...args], { encoding: "utf8" });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const [, rss, user] = /^rss (\d+) (\d+)$/m.exec(stderr);
  return {
    threads: workers,
    "rows/s": Math.round(ROWS / seconds),
    "CPU µs/row": Math.round(Number(user) / ROWS),
    "memory MB": Math.round(Number(rss) / 1024),
    digest: createHash("sha256").update(readFileSync(output)).digest("hex").slice(0, 8),
  };
}

console.log(
  `${ROWS} rows, ${Math.round(statSync(input).size / ROWS)} bytes each, by ${flags.reward}, process start included`,
);
try {
  const runs = [1, 2, 1, 2].map(run);
  console.table(runs);
  if (new Set(runs.map(({ digest }) => digest)).size !== 1) throw new Error("the runs differ");
} finally {
  rmSync(folder, { recursive: true });
}
