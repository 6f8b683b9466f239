import { describe, expect, it } from "vitest";
import { type RewardFunction, scoreGroups } from "../../../src/index.js";
import { PADDINGS } from "./padded.js";

const COLUMNS = { solution: "42" };
/** In a group the text stands beside a right answer of middle length. */
const SIBLING = `\\boxed{42}${" so".repeat(60)}`;

async function scoreOf(reward: unknown, text: string): Promise<number> {
  const groups = [{ columns: COLUMNS, completions: [text, SIBLING] }];
  return (await scoreGroups(groups, reward as RewardFunction<typeof COLUMNS>)).rewards[0]?.[0] ?? Number.NaN;
}

describe.each(PADDINGS)("$id: $trick gain nothing", ({ rewards, plain, padded }) => {
  it.each(rewards.map((reward) => [reward.name, reward] as const))("from %s", async (_name, reward) => {
    const least = await scoreOf(reward, plain);
    for (const text of padded) {
      expect(await scoreOf(reward, text), text.slice(0, 60)).toBeLessThanOrEqual(least);
    }
  });
});
