/**
 * Asks the kit about every faulty verifier, reward and estimator of the tests over several seeds, and prints how many it
 * found, in what time, and how short the counterexamples became. Fails if one is missed.
 *
 *     bash test/testing/kills.sh [--seeds 5] [--first 1] [--only verifiers]
 */
import { parseArgs } from "node:util";
import {
  checkAdvantages,
  checkReward,
  checkVerifier,
  type Finding,
  type RewardReport,
  type VerifierReport,
} from "../../src/testing/index.js";
import { ADVANTAGE_MUTANTS } from "./advantage-mutants.js";
import { MUTANTS } from "./mutants/index.js";
import { REWARD_MUTANTS } from "./reward-mutants/index.js";

const { values: flags } = parseArgs({
  options: {
    seeds: { type: "string", default: "5" },
    first: { type: "string", default: process.env.FC_SEED ?? "1" },
    only: { type: "string" },
  },
});
const seeds = Array.from({ length: Number(flags.seeds) }, (_, i) => Number(flags.first) + i);

/** A counterexample that is short enough to be taken in at a glance. */
const SHORT = 25;

/** A program with one fault, and how many characters the kit needs to show it; `null` if it does not. */
interface Faulty {
  readonly title: string;
  readonly find: (seed: number) => Promise<number | null>;
}

const lengthOf = ({ findings: [first] }: VerifierReport | RewardReport): number | null =>
  first === undefined ? null : shown(first).length;
const shown = ({ completion }: Finding): string => completion;

/** The first fault is enough. */
const options = (seed: number): { readonly seed: number; readonly stopAfter: number } => ({
  seed,
  stopAfter: 1,
});

const verifiers = MUTANTS.map(({ title, create }): Faulty => ({
  title,
  find: async (seed) => lengthOf(await checkVerifier(create(), options(seed))),
}));
const [programs, rewards] = [true, false].map((isCode) =>
  REWARD_MUTANTS.filter((one) => (one.options.kind === "code") === isCode).map(
    ({ title, create, options: more }): Faulty => ({
      title,
      find: async (seed) => lengthOf(await checkReward(create(), { ...more, ...options(seed) })),
    }),
  ),
);
const estimators = ADVANTAGE_MUTANTS.map(([title, estimate]): Faulty => ({
  title,
  find: (seed) => {
    const [found] = checkAdvantages(estimate, { seed }).findings;
    return Promise.resolve(found === undefined ? null : JSON.stringify(found.groups).length);
  },
}));

const SUITES: Readonly<Record<string, readonly Faulty[]>> = {
  verifiers,
  rewards: rewards ?? [],
  programs: programs ?? [],
  estimators,
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const rows: Record<string, Record<string, string | number>> = {};
let [found, missed] = [0, 0];

for (const [name, suite] of Object.entries(SUITES)) {
  if (flags.only !== undefined && flags.only !== name) continue;
  const [times, lengths]: [number[], number[]] = [[], []];
  const started = process.cpuUsage();
  for (const { title, find } of suite) {
    for (const seed of seeds) {
      const start = performance.now();
      const length = await find(seed);
      times.push(performance.now() - start);
      if (length === null) console.log(`MISSED: ${name}, ${title}, seed ${seed}`);
      else lengths.push(length);
    }
  }
  const { user, system } = process.cpuUsage(started);
  found += lengths.length;
  missed += times.length - lengths.length;
  rows[name] = {
    faulty: suite.length,
    asked: times.length,
    found: lengths.length,
    "CPU s": Number(((user + system) / 1e6).toFixed(1)),
    "median ms": Number(median(times).toFixed(1)),
    "most ms": Math.round(Math.max(...times)),
    [`% of at most ${SHORT} characters`]: Number(
      ((100 * lengths.filter((length) => length <= SHORT).length) / lengths.length).toFixed(1),
    ),
  };
}
console.table(rows);
console.log(`${found} passed, ${missed} failed`);
process.exitCode = missed === 0 ? 0 : 1;
