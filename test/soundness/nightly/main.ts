/**
 * Judges generated pairs of answers, equal ones and different ones, with the verifier, and asks other computer algebra
 * systems about some of them. Prints a table; fails if two different answers were equal, two equal ones were refuted,
 * or the order of the sides mattered.
 *
 *     bash test/soundness/run.sh [--pairs 100000] [--cross 5000] [--seed N]
 */
import { availableParallelism } from "node:os";
import { createPool } from "../../../src/isolate/index.js";
import type { Judgement } from "../mathjs.js";
import { readFlags } from "./flags.js";
import { oraclesWith } from "./oracles.js";
import type { JudgedPair, ShardResult, ShardTask, Side } from "./shard.js";

const { pairs, cross, seed, python } = readFlags();
const SYMPY = "test/soundness/sympy_check.py";

const SHARD = 2000;
/** Equal pairs that no tier proves are a loss, but no mistake. */
const MOST_MISSED = 0.01;

let [passed, failed] = [0, 0];
function check(name: string, holds: boolean): void {
  if (holds) passed++;
  else {
    failed++;
    console.log(`FAILED: ${name}`);
  }
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(0)} s`;

async function judgeSide(side: Side): Promise<readonly JudgedPair[]> {
  const shards = Math.ceil(pairs / SHARD);
  const pool = createPool<ShardTask, ShardResult>({
    script: new URL("shard.js", import.meta.url),
    workers: availableParallelism(),
    heapMb: 1024,
    startMs: 60_000,
  });
  const tasks = Array.from({ length: shards }, (_, k) => ({
    side,
    seed: seed + k,
    pairs: Math.min(SHARD, pairs - k * SHARD),
    keep: Math.ceil(cross / shards),
  }));
  const outcomes = await Promise.all(tasks.map((task) => pool.run(task, 600_000)));
  await pool.close();
  const results = outcomes.map((outcome) => {
    if (outcome.status !== "done") throw new Error(JSON.stringify(outcome));
    return outcome.value;
  });
  report(side, results);
  return results.flatMap(({ kept }) => kept).slice(0, cross);
}

const rows: Record<string, string | number>[] = [];

function report(side: Side, results: readonly ShardResult[]): void {
  const count = (outcome: keyof ShardResult["outcomes"]): number =>
    results.reduce((total, { outcomes }) => total + outcomes[outcome], 0);
  const failures = results.flatMap(({ failure }) => failure ?? []);
  const missed = side === "equal" ? count("unproven") / pairs : 0;
  rows.push({
    oracle: "mathjs",
    side,
    pairs,
    confirmed: pairs,
    unknown: 0,
    outvoted: 0,
    "false equal": side === "different" ? count("correct") : 0,
    "false unequal": side === "equal" ? count("refuted") : 0,
    "missed equal %": percent(missed),
  });
  for (const failure of failures) console.log(JSON.stringify(failure));
  check(`${side} pairs, by mathjs`, failures.length === 0);
  check(`${side} pairs: at most ${100 * MOST_MISSED} % missed`, missed <= MOST_MISSED);
}

const percent = (share: number): string => (100 * share).toFixed(3);

/** What sympy said of a pair. */
const bySympy = new Map<JudgedPair, Judgement>();

/** nerdamer and Compute Engine have defects of their own: sympy and mathjs together outvote them. */
const isOutvoted = (oracle: string, side: Side, pair: JudgedPair): boolean =>
  oracle !== "sympy" && bySympy.get(pair) === side;

function compare(
  oracle: string,
  side: Side,
  judged: readonly JudgedPair[],
  judgements: readonly Judgement[],
): void {
  const said = new Map(judged.map((pair, index) => [pair, judgements[index] ?? "unclear"]));
  const those = (
    isSuch: (judgement: Judgement, pair: JudgedPair) => boolean,
    among = judged,
  ): readonly JudgedPair[] => among.filter((pair) => isSuch(said.get(pair) ?? "unclear", pair));
  if (oracle === "sympy") for (const [pair, judgement] of said) bySympy.set(pair, judgement);
  const asked = those((_, { scalars }) => oracle === "sympy" || scalars !== null).length;
  const confirmed = those((judgement) => judgement === side).length;
  const contradicted = those((judgement) => judgement !== side && judgement !== "unclear");
  const disputed = contradicted.filter((pair) => !isOutvoted(oracle, side, pair));
  const missed =
    side === "equal"
      ? those((judgement, { outcome }) => outcome === "unproven" && judgement === side).length
      : 0;
  rows.push({
    oracle,
    side,
    pairs: asked,
    confirmed,
    unknown: asked - confirmed - contradicted.length,
    outvoted: contradicted.length - disputed.length,
    "false equal": those(
      (judgement, { outcome }) => outcome === "correct" && judgement === "different",
      disputed,
    ).length,
    "false unequal": those(
      (judgement, { outcome }) => outcome === "refuted" && judgement === "equal",
      disputed,
    ).length,
    "missed equal %": percent(missed / Math.max(1, confirmed)),
  });
  for (const pair of contradicted) {
    console.log(`${disputed.includes(pair) ? "DISPUTED" : "outvoted"}: ${oracle} ${JSON.stringify(pair)}`);
  }
  check(`${side} pairs, by ${oracle}`, disputed.length === 0);
}

console.log(`${pairs} pairs of each, ${cross} of them for every oracle, seed ${seed}`);
let start = performance.now();
const judged = { equal: await judgeSide("equal"), different: await judgeSide("different") };
console.log(`verifier and mathjs: ${seconds(start)}`);
for (const [name, oracle] of Object.entries(oraclesWith(python, SYMPY))) {
  start = performance.now();
  for (const side of ["equal", "different"] as const)
    compare(name, side, judged[side], await oracle(judged[side]));
  console.log(`${name}: ${seconds(start)}`);
}
console.table(rows);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
