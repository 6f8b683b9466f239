import { expect, it } from "vitest";
import { estimateAdvantages, filterGroups, groupRelative, mapGroups } from "../../../src/advantage/index.js";
import {
  accuracy,
  clamp,
  defineReward,
  gate,
  rescale,
  scoreGroups,
  tagCount,
  weightedSum,
} from "../../../src/index.js";

const group = { columns: { solution: "42" }, completions: ["42"] };
const call =
  (fn: unknown, ...values: readonly unknown[]): (() => Promise<unknown>) =>
  () =>
    Promise.resolve().then(() => (fn as (...values: readonly unknown[]) => unknown)(...values));

it.each([
  [
    "a group instead of a list",
    call(scoreGroups, group, accuracy()),
    "The groups must be a list such as [{ prompt",
  ],
  [
    "one completion",
    call(scoreGroups, [{ completions: "42" }], tagCount()),
    'Group 0: completions must be the list of all that were sampled for the prompt; it is "42".',
  ],
  [
    "no completions",
    call(scoreGroups, [group, {}], accuracy()),
    "Group 1: completions must be the list of all",
  ],
  [
    "columns as a list",
    call(scoreGroups, [{ ...group, columns: ["42"] }], accuracy()),
    "Group 0: columns must be an object",
  ],
  ["no reward", call(scoreGroups, [group]), "This is no reward: undefined."],
  [
    "the name of a reward",
    call(scoreGroups, [group], "accuracy"),
    'This is no reward: a name. Call its factory, or rewardFromSpec("accuracy").',
  ],
  [
    "a factory",
    call(weightedSum, [accuracy, 1]),
    "This is no reward: a function that makes one. Call it: accuracy().",
  ],
  ["rewards without weights", call(weightedSum, accuracy()), "weightedSum takes pairs"],
  ["a weight without a reward", call(weightedSum, [undefined, "1"]), "This is no reward: undefined."],
  [
    "a weight that is text",
    call(weightedSum, [accuracy(), "1"]),
    'The weight of accuracy must be a finite number, not "1".',
  ],
  [
    "a bare threshold",
    call(gate, tagCount(), accuracy(), 0.5),
    "A gate takes an object with threshold and otherwise as its options, not 0.5.",
  ],
  [
    "a misspelt threshold",
    call(gate, tagCount(), accuracy(), { treshold: 1 }),
    'A gate has no option "treshold"; known are threshold, otherwise.',
  ],
  ["bare bounds", call(clamp, accuracy(), 0, 1), "clamp takes an object with min and max"],
  ["no lines", call(rescale, accuracy(), { from: 0, to: 1 }), "rescale needs two scores in from, not 0."],
  ["rewards of one group", call(groupRelative, [1, 0]), "Group 0 must be the list of its values; it is 1."],
  [
    "rewards as text",
    call(groupRelative, [[1, "0"]]),
    'Group 0, row 1 must be a number, or null where there is none; it is "0".',
  ],
  [
    "a column that is not there",
    call(filterGroups, undefined),
    "The groups must be a list with one list per prompt",
  ],
  [
    "ids of another number",
    call(estimateAdvantages, { rewards: [1, 0], groups: [0] }),
    "rewards has 2 values for the 1 rows of the groups.",
  ],
  [
    "ids that are none",
    call(estimateAdvantages, { rewards: [1, 0], groups: [0, undefined] }),
    "The group of row 1 must be a text or a number; it is undefined.",
  ],
  [
    "no groups",
    call(estimateAdvantages, { rewards: [1, 0] }),
    "groups must be a list of one id per reward, or { sizes }",
  ],
  [
    "ids of another number of values",
    call(mapGroups, [1, 2], [0], () => []),
    "There are 2 values and 1 group ids.",
  ],
  [
    "a scorer in the place of its maker",
    call(
      defineReward({
        name: "x",
        summary: "X.",
        range: [0, 1],
        rollout: (({ completion }: { completion: { text: string } }) => completion.text.length) as never,
      }),
    ),
    /^The rollout of the reward "x" threw: .*It is a function of the options that returns the function that scores/,
  ],
  [
    "no work",
    call(defineReward, { name: "x", summary: "X.", range: [0, 1] }),
    'The reward "x" needs rollout or group, a function of the options',
  ],
])("%s is told to the caller", async (_, run, message) => {
  await expect(run()).rejects.toThrow(message);
  await expect(run()).rejects.toMatchObject({ name: "RewardError" });
});
