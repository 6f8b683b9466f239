// Scores recorded batches with the TypeScript library itself, no bridge between: the reference for what TRL saw.
//   node score-in-process.mjs REQUEST.json RESULT.json
import { readFile, writeFile } from "node:fs/promises";
import { createJiti } from "jiti";
import {
  accuracy,
  cosineScaled,
  length,
  scoreGroups,
  softOverlongPunishment,
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

async function scoreBatch({ groups }, reward, { estimator, ...options }) {
  const { scores, rewards } = await scoreGroups(groups.map(toGroup), reward);
  return {
    scores: Object.fromEntries(Object.entries(scores).map(([name, byGroup]) => [name, byGroup.flat()])),
    rewards: rewards.flat(),
    advantages: ESTIMATORS[estimator](rewards, options).flat(),
  };
}

const [requestFile, resultFile] = process.argv.slice(2);
const request = JSON.parse(await readFile(requestFile, "utf8"));
const reward = weightedSum(...request.rewards.map((spec) => [makeReward(spec), spec.weight]));
const result = [];
for (const batch of request.batches) result.push(await scoreBatch(batch, reward, request.advantages));
await writeFile(resultFile, JSON.stringify(result, null, 1));
