import { describe, expect, expectTypeOf, it } from "vitest";
import {
  accuracy,
  type AnswerFormatOptions,
  answerFormat,
  type CosineScaledOptions,
  cosineScaled,
  defineReward,
  type GroupReward,
  length,
  type LengthOptions,
  type RolloutReward,
  scoreGroups,
  type SolutionColumns,
  type SoftOverlongPunishmentOptions,
  softOverlongPunishment,
  thinkFormat,
  type ThinkFormatOptions,
} from "../../../src/index.js";

interface HintColumns {
  readonly hint: string;
}
interface HintOptions {
  readonly preset?: "generous";
  readonly bonus?: number;
}

const hintUse = defineReward<HintColumns, HintOptions>({
  name: "hint_use",
  summary: "A bonus for repeating the hint.",
  range: [0, 10],
  columns: ["hint"],
  optionalColumns: ["prompt"],
  extra: ["where"],
  source: "a test",
  options: { bonus: { type: "number", maximum: 10, default: 1 } },
  presets: { generous: { bonus: 5 } },
  rollout: ({ bonus = 1 }) => {
    return ({ task, completion }) => {
      const where = completion.text.indexOf(task.columns.hint);
      return { score: where < 0 ? 0 : bonus, extra: { where } };
    };
  },
});

const rank = defineReward({
  name: "rank",
  summary: "The place in the group.",
  range: [0, 100],
  group:
    () =>
    ({ completions }) =>
      completions.map((_, i) => i),
});

describe("defineReward", () => {
  it("makes a rollout reward that the scorer runs", async () => {
    const group = { columns: { hint: "six" }, completions: ["six times seven", "42"] };
    const { rewards, extra } = await scoreGroups([group], hintUse({ bonus: 3 }));
    expect(rewards).toEqual([[3, 0]]);
    expect(extra).toEqual({ "hint_use.where": [[0, -1]] });
  });

  it("makes a group reward that the scorer runs", async () => {
    const { rewards } = await scoreGroups([{ completions: ["a", "b"] }, { completions: ["c"] }], rank());
    expect(rewards).toEqual([[0, 1], [0]]);
  });

  it("says what it makes", () => {
    expect(hintUse.info).toEqual({
      name: "hint_use",
      summary: "A bonus for repeating the hint.",
      family: "other",
      kind: "rollout",
      range: [0, 10],
      columns: ["hint"],
      optionalColumns: ["prompt"],
      readsWhen: {},
      extra: ["where"],
      presetRanges: {},
      presets: { generous: { bonus: 5 } },
      source: "a test",
      options: {
        type: "object",
        properties: {
          preset: { enum: ["generous"], description: "The options of another system's variant." },
          bonus: { type: "number", maximum: 10, default: 1 },
        },
        additionalProperties: false,
      },
    });
    expect(rank.info).toMatchObject({ kind: "group", columns: [], optionalColumns: [], extra: [] });
  });

  it.each([
    [{ bonus: 11 }, "Options of hint_use: bonus must be <= 10."],
    [{ bonus: "2" }, "Options of hint_use: bonus must be number."],
    [{ bonus: Number.NaN }, "Options of hint_use: bonus must be number."],
    [{ bunos: 1 }, 'Options of hint_use: unknown property "bunos"; known are preset, bonus.'],
    [null, "Options of hint_use: must be object."],
  ])("refuses the options %j", (options, message) => {
    expect(() => hintUse(options as never)).toThrow(
      expect.objectContaining({ code: "bad_options", message }),
    );
  });

  it("takes no options as none given", () => {
    expect(() => [hintUse(), hintUse({}), rank(undefined)]).not.toThrow();
  });

  it("takes the options of a preset, and those beside it over them", async () => {
    const group = { columns: { hint: "x" }, completions: ["x"] };
    expect((await scoreGroups([group], hintUse({ preset: "generous" }))).rewards).toEqual([[5]]);
    expect((await scoreGroups([group], hintUse({ preset: "generous", bonus: 2 }))).rewards).toEqual([[2]]);
  });

  it("asks for the options that have no default", () => {
    const patterned = defineReward<object, { readonly pattern: string }>({
      name: "patterned",
      summary: "1 if the pattern is there.",
      range: [0, 1],
      options: { pattern: { type: "string" } },
      requiredOptions: ["pattern"],
      rollout: ({ pattern }) => {
        return ({ completion }) => Number(completion.text.includes(pattern));
      },
    });
    expect(() => patterned()).toThrow(
      expect.objectContaining({ message: "Options of patterned: must have required property 'pattern'." }),
    );
    expect(() => patterned({ pattern: "x" })).not.toThrow();
  });

  it("keeps the options of one reward from those of another", async () => {
    const [three, four] = [hintUse({ bonus: 3 }), hintUse({ bonus: 4 })];
    const group = { columns: { hint: "x" }, completions: ["x"] };
    expect((await scoreGroups([group], three)).rewards).toEqual([[3]]);
    expect((await scoreGroups([group], four)).rewards).toEqual([[4]]);
  });

  it("types columns, options and kind", () => {
    expectTypeOf(hintUse()).toEqualTypeOf<RolloutReward<HintColumns>>();
    expectTypeOf(hintUse).parameter(0).toEqualTypeOf<HintOptions | undefined>();
    expectTypeOf(rank()).toEqualTypeOf<GroupReward>();
  });

  it("does not take the prompt for a column of the task", () => {
    const promptAware = defineReward({
      name: "prompt_aware",
      summary: "1 if there is a prompt.",
      range: [0, 1],
      columns: ["prompt"],
      rollout:
        () =>
        ({ task }) =>
          Number(task.prompt !== undefined),
    });
    expectTypeOf(promptAware()).toEqualTypeOf<RolloutReward>();
  });
});

describe("the types of the built-in rewards", () => {
  it("name their options", () => {
    expectTypeOf(answerFormat).parameter(0).toEqualTypeOf<AnswerFormatOptions | undefined>();
    expectTypeOf(cosineScaled).parameter(0).toEqualTypeOf<CosineScaledOptions | undefined>();
    expectTypeOf(length).parameter(0).toEqualTypeOf<LengthOptions | undefined>();
    expectTypeOf(softOverlongPunishment)
      .parameter(0)
      .toEqualTypeOf<SoftOverlongPunishmentOptions | undefined>();
    expectTypeOf(thinkFormat).parameter(0).toEqualTypeOf<ThinkFormatOptions | undefined>();
    expectTypeOf<{ unit: "words" }>().not.toExtend<LengthOptions>();
  });

  it("name their columns", () => {
    expectTypeOf(accuracy()).toEqualTypeOf<RolloutReward<SolutionColumns>>();
    expectTypeOf(length()).toEqualTypeOf<GroupReward<SolutionColumns>>();
    expectTypeOf(thinkFormat()).toEqualTypeOf<RolloutReward>();
  });
});
