import { describe, expect, it } from "vitest";
import { accuracy, tagCount } from "../../../src/index.js";
import { createRegistry, findReward } from "../../../src/rewards/registry.js";

describe("createRegistry", () => {
  it("finds rewards by name", () => {
    const registry = createRegistry([accuracy, tagCount]);
    expect(findReward(registry, "tag_count")).toBe(tagCount);
  });

  it("refuses two rewards of one name", () => {
    expect(() => createRegistry([accuracy, tagCount, accuracy])).toThrow(
      expect.objectContaining({
        code: "bad_reward_module",
        message: 'Two rewards are named "accuracy"; rename one of them.',
      }),
    );
  });
});

describe("findReward", () => {
  it.each(["acuracy", "", "__proto__", "constructor"])(
    "names the known rewards when asked for %j",
    (name) => {
      expect(() => findReward(createRegistry([tagCount, accuracy]), name)).toThrow(
        expect.objectContaining({
          code: "unknown_reward",
          message: expect.stringMatching(
            new RegExp(`^There is no reward named "${name}"\\. .*Known are accuracy, tag_count\\.$`),
          ) as string,
        }),
      );
    },
  );

  it.each([
    [
      "acuracy",
      'There is no reward named "acuracy". Did you mean "accuracy"? Known are accuracy, tag_count.',
    ],
    [
      "equation_reward_func",
      'There is no reward named "equation_reward_func". What Mini-R1 calls so is here: countdown with the options ' +
        '{"preset":"mini-r1"}; the column nums is numbers.',
    ],
    [
      "Format-Reward",
      'There is no reward named "Format-Reward". What open-r1 calls so is here: answer_format with the options ' +
        '{"preset":"open-r1"}. What NeMo-RL or NeMo Gym calls so is here: answer_format with the options ' +
        '{"preset":"nemo-rl"}. What eval-protocol calls so is here: regex_format; format_regex is pattern.',
    ],
    [
      "geo3k",
      'There is no reward named "geo3k". What verl calls so is here: weightedSum([accuracy(), 0.9], [boxedFormat(), 0.1]).',
    ],
  ])("says what may be meant by %s", (name, message) => {
    expect(() => findReward(createRegistry([tagCount, accuracy]), name)).toThrow(message);
  });

  it("shows no more of a name than a line", () => {
    expect(() => findReward(createRegistry([accuracy]), "x".repeat(1_000_000))).toThrow(/^.{0,300}$/);
  });
});
