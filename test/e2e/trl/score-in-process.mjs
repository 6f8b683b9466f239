// Scores recorded batches with the TypeScript library itself, no bridge between: the reference for what TRL saw.
//   node score-in-process.mjs REQUEST.json RESULT.json
import { readFile, writeFile } from "node:fs/promises";
import { createJiti } from "jiti";
import {
  accuracy,
  cosineScaled,
  gate,
  length,
  scoreGroups,
  softOverlongPunishment,
  tagCount,
  thinkFormat,
  weightedSum,
} from "../../../dist/index.js";
import { groupRelative, leaveOneOut } from "../../../dist/advantage/index.js";

const jiti = createJiti(import.meta.url, { fsCache: false });
const { brevity } = await jiti.import("./brevity.ts");
const { nearness } = await jiti.import("./nearness.ts");

const REWARDS = {
  accuracy,
  brevity,
  cosine_scaled: cosineScaled,
  earned_brevity: () => gate(tagCount(), brevity(), { threshold: 0.5 }),
  length,
  nearness,
  soft_overlong_punishment: softOverlongPunishment,
  think_format: thinkFormat,
};
const ESTIMATORS = { grpo: groupRelative, rloo: leaveOneOut };

function camelCase(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

function makeReward({ name, options }) {
  const camelOptions = Object.entries(options).map(([key, value]) => [camelCase(key), value]);
  return REWARDS[name](Object.fromEntries(camelOptions));
}

function toGroup({ prompt, columns, completions, tokenCounts }) {
  return {
    prompt,
    columns,
    completions: completions.map((completion, index) => ({
      text: typeof completion === "string" ? completion : completion.at(-1).content,
      tokenCount: tokenCounts[index],
    })),
  };
}

async function scoreBatch({ groups }, specs, { estimator, ...options }) {
  const inputs = groups.map(toGroup);
  const alone = async (spec) => (await scoreGroups(inputs, makeReward(spec))).rewards.flat();
  const scores = await Promise.all(specs.map(async (spec) => [spec.name, await alone(spec)]));
  const sum = weightedSum(...specs.map((spec) => [makeReward(spec), spec.weight]));
  const { rewards } = await scoreGroups(inputs, sum);
  return {
    scores: Object.fromEntries(scores),
    rewards: rewards.flat(),
    advantages: ESTIMATORS[estimator](rewards, options).flat(),
  };
}

const [requestFile, resultFile] = process.argv.slice(2);
const request = JSON.parse(await readFile(requestFile, "utf8"));
const result = [];
for (const batch of request.batches)
  result.push(await scoreBatch(batch, request.rewards, request.advantages));
await writeFile(resultFile, JSON.stringify(result, null, 1));
