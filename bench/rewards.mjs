/**
 * Every reward that needs no server, over the same completions; and the functions of TRL and open-r1 that compute the
 * same, in turns with it.
 *
 *     npm run bench -- rewards [--python PATH] [--only NAME]
 *
 * PATH is a Python that has TRL, and perhaps Math-Verify; by default that of `npm run test:trl`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { builtinRewards } from "../dist/server/index.js";
import { scoreGroups } from "../dist/index.js";
import { completions, createTokenizer } from "./completions.mjs";
import { defaultPython, startPeers } from "./peers.mjs";

const COUNT = 1024;
const GROUP_SIZE = 8;
const ROUNDS = 12;
/** Whoever takes so long is timed once. */
const SLOW_MS = 20_000;

const { values: flags } = parseArgs({
  options: { python: { type: "string", default: defaultPython }, only: { type: "string", default: "" } },
});

/** Our reward, its options, and the function that computes the same. */
const TEXT_PEERS = [
  ["answer_format", {}, "open_r1.format"],
  ["tag_count", {}, "open_r1.tag_count"],
  ["reasoning_steps", { preset: "open-r1" }, "open_r1.reasoning_steps"],
  ["repetition_penalty", { preset: "open-r1" }, "open_r1.repetition_penalty"],
  ["code_format", {}, "open_r1.code_format"],
  ["think_format", {}, "trl.think_format"],
  ["repetition_penalty", { preset: "trl" }, "trl.repetition_penalty"],
  ["soft_overlong_punishment", {}, "trl.soft_overlong_punishment"],
];
const VERIFIER_PEERS = [
  ["accuracy", {}, "trl.accuracy"],
  ["reasoning_accuracy", {}, "trl.reasoning_accuracy"],
  ["cosine_scaled", { unit: "tokens", maxLength: 16384 }, "trl.cosine_scaled"],
];

const NEEDS_SERVER = ["llm_judge", "remote", "remote_group"];
const OPTIONS = { regex_format: { pattern: "<think>[\\s\\S]*</think>\\s*<answer>[\\s\\S]*</answer>" } };
const CALL = { name: "add", arguments: { a: 1 } };
/** What a row asks for where a number is no sensible solution. */
const COLUMNS = {
  bbox_giou: { solution: [0, 0, 10, 10] },
  countdown: { target: 24, numbers: [6, 4, 1] },
  ifeval: { instruction_id_list: ["punctuation:no_comma", "startend:quotation"], kwargs: [{}, {}] },
  json_match: { solution: { name: "Ada" } },
  json_schema: { schema: { type: "object", required: ["a"] } },
  knights_and_knaves: { solution: "Zoey is a knave. Oliver is a knight." },
  list_match: { solution: ["1", "2", "3"] },
  multiple_choice: { solution: "B" },
  tool_call_match: { solution: [CALL] },
};

/** Written down and read again, as texts come from a trainer: V8 keeps joined texts as trees of their parts. */
const texts = JSON.parse(JSON.stringify(completions(COUNT)));
const tokenIds = texts.map(createTokenizer());
/** One for each group, as the rows of a data set have them. */
const solutions = texts.map((_, i) => `$${i - (i % GROUP_SIZE)}$`);

function groupsFor(name) {
  return Array.from({ length: COUNT / GROUP_SIZE }, (_, g) => ({
    columns: COLUMNS[name] ?? { solution: solutions[g * GROUP_SIZE] },
    completions: texts.slice(g * GROUP_SIZE, (g + 1) * GROUP_SIZE).map((text, i) => {
      const ids = tokenIds[g * GROUP_SIZE + i];
      return { text, tokenIds: ids, tokenCount: ids.length, truncated: false };
    }),
  }));
}

/** A run of one of our rewards over all completions, timed as `peers.py` times a peer's. */
function ownRun(name, options) {
  const factory = builtinRewards.find(({ info }) => info.name === name);
  const reward = factory({ ...OPTIONS[name], ...options });
  const groups = groupsFor(name);
  return async () => {
    const before = process.cpuUsage();
    const { rewards } = await scoreGroups(groups, reward);
    const { user, system } = process.cpuUsage(before);
    return { ms: (user + system) / 1000, scores: rewards.flat() };
  };
}

/** The least CPU time of some runs of each, in turns: what the machine's other work adds is never negative. */
async function leastTimes(runs) {
  const least = runs.map(() => ({ ms: Infinity }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, run] of runs.entries()) {
      if (round > 0 && least[i].ms > SLOW_MS) continue;
      const result = await run();
      if (result.ms < least[i].ms) least[i] = result;
    }
  }
  return least;
}

const labelOf = (name, { preset }) => (preset ? `${name}, ${preset}` : name);
const rounded = (value, digits = 1) => Number(value.toFixed(digits));
const isSame = (a, b) => a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9);

function peerRow(own, theirs) {
  const different = own.scores.filter((score, i) => !isSame(score, theirs.scores[i])).length;
  return {
    "here ms": rounded(own.ms, 2),
    "peer ms": rounded(theirs.ms, 2),
    ratio: rounded(theirs.ms / own.ms),
    "other scores": different,
  };
}

async function peerTable(title, peers, cases) {
  const isAsked = ([name, , peer]) => name.includes(flags.only) && peers.names.includes(peer);
  const rows = {};
  const total = { own: 0, theirs: 0 };
  for (const [name, options, peer] of cases.filter(isAsked)) {
    const [own, theirs] = await leastTimes([ownRun(name, options), () => peers.time(peer)]);
    rows[`${labelOf(name, options)} / ${peer}`] = peerRow(own, theirs);
    total.own += own.ms;
    total.theirs += theirs.ms;
  }
  if (total.own === 0) return;
  rows.total = {
    "here ms": rounded(total.own, 2),
    "peer ms": rounded(total.theirs, 2),
    ratio: rounded(total.theirs / total.own),
  };
  console.log(`\n${title}, ${COUNT} completions of ${texts[0].length} characters, CPU time`);
  console.table(rows);
}

async function ownTable() {
  const names = builtinRewards.map(({ info }) => info.name).filter((name) => !NEEDS_SERVER.includes(name));
  const rows = {};
  for (const name of names.filter((each) => each.includes(flags.only))) {
    const [{ ms, scores }] = await leastTimes([ownRun(name, {})]);
    const mean = scores.reduce((sum, score) => sum + score, 0) / COUNT;
    rows[name] = {
      ms: rounded(ms, 2),
      "µs each": rounded((ms / COUNT) * 1000),
      "mean score": rounded(mean, 3),
    };
  }
  console.log(`\nEvery reward with its default options, the same completions`);
  console.table(rows);
}

const folder = mkdtempSync(join(tmpdir(), "grpo-rewards-bench-"));
try {
  const batch = join(folder, "batch.json");
  writeFileSync(batch, JSON.stringify({ texts, tokenIds, solutions }));
  const peers = await startPeers(flags.python, batch);
  await peerTable("Text rewards beside TRL's and open-r1's", peers, TEXT_PEERS);
  await peerTable("Rewards that ask Math-Verify", peers, VERIFIER_PEERS);
  peers.stop();
} finally {
  rmSync(folder, { recursive: true });
}
await ownTable();
