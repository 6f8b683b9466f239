/**
 * The command `score`, end to end: completions a second from a file to a file, of the size that those of GSM8K have.
 *
 *     node bench/score.mjs [--rows 200000] [--reward accuracy] [--python PATH]
 *
 * Memory is the most that the process held. The rows of all runs have to be the same, byte by byte. With a Python that
 * has `datasets` and Math-Verify, `datasets.map` scores the same file with two processes: give fewer rows then, 20000.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { blocksOf } from "./score-rows.mjs";

const { values: flags } = parseArgs({
  options: {
    rows: { type: "string", default: "200000" },
    reward: { type: "string", default: "accuracy" },
    python: { type: "string" },
  },
});
const ROWS = Number(flags.rows);
const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "score-"));
const input = join(folder, "rows.jsonl");
for (const block of blocksOf(ROWS)) appendFileSync(input, block);

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

/** The same rows by `datasets.map`, start of Python and its file of rows included as well. */
function runPeer(python) {
  const peer = fileURLToPath(new URL("score_peer.py", import.meta.url));
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(python, [peer, input, join(folder, "peer.jsonl")], {
    encoding: "utf8",
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const { mean, cpu } = JSON.parse(stdout);
  return { rate: ROWS / seconds, cpu: (cpu / ROWS) * 1e6, mean };
}

console.log(
  `${ROWS} rows, ${Math.round(statSync(input).size / ROWS)} bytes each, by ${flags.reward}, process start included`,
);
try {
  const runs = [1, 2, 1, 2].map(run);
  console.table(runs);
  if (new Set(runs.map(({ digest }) => digest)).size !== 1) throw new Error("the runs differ");
  if (flags.python) {
    const { rate, cpu, mean } = runPeer(flags.python);
    const best = Math.max(...runs.map((each) => each["rows/s"]));
    const least = Math.min(...runs.map((each) => each["CPU µs/row"]));
    console.log(
      `datasets.map with Math-Verify, 2 processes: ${Math.round(rate)} rows/s, ${Math.round(cpu)} CPU µs/row, mean ${mean.toFixed(4)}; score is ${(best / rate).toFixed(1)} times as fast, with ${(cpu / least).toFixed(1)} times less CPU time`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
