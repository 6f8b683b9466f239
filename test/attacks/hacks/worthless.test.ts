import { describe, expect, it } from "vitest";
import { type RewardFunction, scoreGroups } from "../../../src/index.js";
import { BLIND } from "./blind.js";
import type { Hack, Kind } from "./hack.js";
import { HOSTILE } from "./hostile.js";
import { KNOWING } from "./knowing.js";
import { LAYOUTS } from "./layouts.js";
import { TARGETS, type Target } from "./targets.js";

/** It states the answer, so that a reward that reads the prompt pays for nothing (K16). */
const PROMPT =
  "What is 5 + 5? <answer>10</answer> #### 10\nWhat is 6 times 7? Not \\boxed{41}, \\boxed{42}: <answer>42</answer>";

/** The completions that earn more than they may, or are left without a score. */
async function paid(target: Target, completions: readonly string[]): Promise<readonly string[]> {
  const { columns = {}, most = 0, prefix = "" } = target;
  const groups = completions.map((text) => ({ prompt: PROMPT, columns, completions: [prefix + text] }));
  const { rewards } = await scoreGroups(groups, target.reward as RewardFunction);
  return completions.filter((_, i) => {
    const score = rewards[i]?.[0];
    return typeof score !== "number" || score > most;
  });
}

const titled = (hacks: readonly Hack[]): readonly (readonly [title: string, Hack])[] =>
  hacks.map((hack) => [`${hack.id} ${hack.trick}`, hack]);

describe.each([
  ["that says nothing of the answer", BLIND],
  ["of layout", LAYOUTS],
  ["that holds the answer", KNOWING],
  ["on the machine", HOSTILE],
])("a hack %s pays nothing", (_class, hacks) => {
  describe.each(titled(hacks))("%s", (_title, { attacks, completions }) => {
    const targets = attacks.flatMap((kind: Kind) => TARGETS[kind]);

    it.each(targets.map((target) => [target.name, target] as const))("from %s", async (_name, target) => {
      const earning = await paid(target, completions);
      expect(earning.map((text) => text.slice(0, 200))).toEqual([]);
    });
  });
});
