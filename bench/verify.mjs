/**
 * The math verifier: completions of the corpus, easy pairs, bombs, and what its import costs.
 *
 *     node bench/verify.mjs [--python PATH] [--step N]
 *
 * With the path of a Python that has `math-verify[antlr4_13_2]`, Math-Verify judges the same pairs in the same run,
 * between two runs of this library, and the ratio is printed. `--step 1` takes all completions, not every fourth.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { verify, verifyAnswer } from "../dist/math/index.js";
import { BOMB_SIZES, bombs, corpusPairs, costly, easyPairs } from "./verify-inputs.mjs";

const { values: flags } = parseArgs({
  options: { python: { type: "string" }, step: { type: "string", default: "4" } },
});

const sorted = (values) => values.toSorted((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.floor(share * (values.length - 1))];
const median = (values) => quantile(values, 0.5);
const rounded = (value, digits = 1) => Number(value.toFixed(digits));

/** A sum over all verdicts, so that no work can be optimised away. */
let correct = 0;

function timed(judge) {
  const start = performance.now();
  if (judge().verdict.status === "correct") correct++;
  return (performance.now() - start) * 1000;
}

/** Microseconds for each pair that Math-Verify takes; `null` without a Python that has it. */
function peerTimes(pairs) {
  if (flags.python === undefined) return null;
  const script = fileURLToPath(new URL("verify_peer.py", import.meta.url));
  const { status, stdout, stderr } = spawnSync(flags.python, [script], {
    input: JSON.stringify(pairs),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function ownTimes(pairs) {
  return pairs.map((pair) => timed(() => verify(pair)));
}

/**
 * A training run judges millions of completions with one process, so that its code is compiled, which takes ten passes
 * or so: what the first pass takes is told apart. No pair is remembered from one pass to the next, as references beyond
 * 256 are forgotten.
 */
const WARM_PASSES = 12;

function compareOn(title, pairs) {
  if (pairs.length === 0) return;
  const cold = ownTimes(pairs);
  for (let pass = 1; pass < WARM_PASSES; pass++) ownTimes(pairs);
  const before = ownTimes(pairs);
  const peer = peerTimes(pairs);
  const after = ownTimes(pairs);
  const own = (share) => (quantile(before, share) + quantile(after, share)) / 2;
  const columns = Object.entries({ median: 0.5, p99: 0.99, worst: 1 }).map(([name, share]) => {
    const theirs = peer && quantile(peer.times, share);
    const row = { "first pass µs": rounded(quantile(cold, share)), "here µs": rounded(own(share)) };
    if (peer !== null) {
      row[`Math-Verify ${peer.version} µs`] = rounded(theirs);
      row.ratio = rounded(theirs / own(share), 0);
    }
    return [name, row];
  });
  console.log(`\n${title}: ${pairs.length} pairs`);
  console.table(Object.fromEntries(columns));
}

const EASY_ROUNDS = 50;

/** Pairs a second over many rounds: one pair is shorter than the clock can tell. */
function pairsPerSecond(pairs) {
  const rates = Array.from({ length: EASY_ROUNDS }, () => {
    const us = timed(() => {
      let last;
      for (const pair of pairs) last = verifyAnswer(pair);
      return last;
    });
    return (pairs.length / us) * 1e6;
  });
  return median(rates);
}

function easyTable() {
  console.log("\nEasy pairs, decided in one second (median of rounds)");
  const rows = Object.entries(easyPairs).map(([name, pairs]) => {
    const rate = Math.round(pairsPerSecond(pairs));
    const row = { "here pairs/s": rate };
    const peer = peerTimes(pairs.map(({ reference, answer }) => ({ reference, completion: answer })));
    if (peer !== null) {
      const theirs = 1e6 / median(peer.times);
      row[`Math-Verify ${peer.version} pairs/s`] = Math.round(theirs);
      row.ratio = rounded(rate / theirs, 0);
    }
    return [name, row];
  });
  console.table(Object.fromEntries(rows));
}

const BOMB_RUNS = 3;

/** The least of three runs: what a pair costs, and not what the machine did meanwhile. */
const leastTime = (judge) => Math.min(...Array.from({ length: BOMB_RUNS }, () => timed(judge)));

const INPUTS = {
  "as a completion, ms": (bomb) => verify({ reference: "1", completion: bomb }),
  "in a box, ms": (bomb) => verify({ reference: "1", completion: `\\boxed{${bomb}}` }),
  "as an answer, ms": (bomb) => verifyAnswer({ reference: "1", answer: bomb }),
  "as a reference, ms": (bomb) => verifyAnswer({ reference: bomb, answer: "1" }),
  "against its like, ms": (bomb) => verifyAnswer({ reference: bomb, answer: `${bomb}+1` }),
};

/** The worst of the sizes in each part of a call. */
function costOf(make) {
  const costs = Object.entries(INPUTS).map(([part, judge]) => {
    const times = BOMB_SIZES.map((size) => leastTime(() => judge(make(size))));
    return [part, rounded(Math.max(...times) / 1000, 2)];
  });
  return Object.fromEntries(costs);
}

function bombTable(title, makers) {
  const rows = Object.entries(makers).map(([name, make]) => [name, costOf(make)]);
  const worst = Math.max(...rows.flatMap(([, row]) => Object.values(row)));
  console.log(`\n${title}: worst ${worst} ms`);
  console.table(Object.fromEntries(rows));
}

const IMPORT_RUNS = 15;

function importTable() {
  const [empty, importer] = ["empty.mjs", "importer.mjs"].map((file) =>
    join(tmpdir(), `grpo-rewards-${file}`),
  );
  writeFileSync(empty, "export const nothing = 0;");
  writeFileSync(
    importer,
    `const start = performance.now();
     await import(process.argv[2]);
     console.log(JSON.stringify({ ms: performance.now() - start, rss: process.memoryUsage.rss() / 2 ** 20 }));`,
  );
  const measure = (module) =>
    Array.from({ length: IMPORT_RUNS }, () =>
      JSON.parse(execFileSync(process.execPath, [importer, module], { encoding: "utf8" })),
    );
  const math = measure(new URL("../dist/math/index.js", import.meta.url).href);
  const nothing = measure(empty);
  const of = (runs, key) => rounded(median(runs.map((run) => run[key])));
  console.log("\nImport of grpo-rewards/math (median of separate processes)");
  console.table({
    "an empty module": { ms: of(nothing, "ms"), "RSS MiB": of(nothing, "rss") },
    "grpo-rewards/math": { ms: of(math, "ms"), "RSS MiB": of(math, "rss") },
  });
}

compareOn("Completions of the corpus", corpusPairs(Number(flags.step)));
easyTable();
bombTable(`Texts of up to ${BOMB_SIZES.at(-1)} characters`, bombs);
bombTable("Short texts", Object.fromEntries(costly.map((text) => [text, () => text])));
importTable();
console.log(`${correct} verdicts were correct`);
