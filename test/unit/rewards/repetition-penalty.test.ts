import { describe, expect, it } from "vitest";
import { repetitionPenalty, type RepetitionPenaltyOptions } from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

const CASES: readonly (readonly [
  what: string,
  text: string,
  score: number,
  options: RepetitionPenaltyOptions,
])[] = [
  ["no text", "", 0, {}],
  ["fewer words than an n-gram has", "well well", 0, {}],
  ["no repetition", "the cat sat on the mat", 0, {}],
  ["one trigram of four twice", "a b c a b c", -0.25, {}],
  ["one word for ever", "no no no no no no", -0.75, {}],
  ["another case", "So it is SO IT IS", -0.25, {}],
  ["pairs", "a b a b", -1 / 3, { ngramSize: 2 }],
  ["single words", "a a a b", -0.5, { ngramSize: 1 }],
  ["another penalty", "a b c a b c", -0.5, { maxPenalty: -2 }],
  ["no penalty", "no no no no", 0, { maxPenalty: 0 }],
  ["punctuation between words", "a,b;c. a-b_c", -0.25, {}],
  ["words of white space only", "a,b;c. a-b_c", 0, { unit: "spaced" }],
  ["characters", "abc ab c", -0.25, { unit: "characters" }],
  ["Chinese without spaces", "这个好，这个好", -0.25, {}],
  ["Chinese as one word of white space", "这个好，这个好", 0, { unit: "spaced" }],
  ["Chinese words of a dictionary", "我们喜欢数学。我们喜欢数学。", -0.25, { unit: "segments" }],
  ["Thai without spaces", "กขค กขค", -0.25, {}],
  ["n-grams longer than a power of two", "a b c d e f a b c d e f", -1 / 7, { ngramSize: 6 }],
  ["n-grams longer than the text", "a a a a a a", 0, { ngramSize: 40 }],
];

describe("repetition_penalty", () => {
  it.each(CASES)("of %s: %j", async (_what, text, score, options) => {
    expect(await scoreOf(repetitionPenalty(options), text)).toBeCloseTo(score, 12);
  });

  it("compares tokens if told so", async () => {
    const completions = [[1, 2, 3, 1, 2, 3], [5, 5, 5, 5], []].map((tokenIds) => ({ text: "", tokenIds }));
    expect(await scoresOf(repetitionPenalty({ preset: "trl" }), completions)).toEqual([-0.25, -0.5, 0]);
  });

  it("needs token ids to compare tokens", async () => {
    const reward = repetitionPenalty({ unit: "tokens" });
    await expect(scoreOf(reward, "x")).rejects.toMatchObject({ code: "missing_column" });
  });

  it("splits at white space as open-r1 and ms-swift do, by their presets", async () => {
    for (const preset of ["open-r1", "ms-swift"] as const) {
      const reward = repetitionPenalty({ preset });
      expect(await scoresOf(reward, ["a, b, c, a, b, c,", "the cat, the cat. the cat!"])).toEqual([-0.25, 0]);
    }
  });

  it.each([{ ngramSize: 0 }, { ngramSize: 1.5 }, { maxPenalty: 0.1 }, { unit: "bytes" }])(
    "refuses %j",
    (options) => {
      expect(() => repetitionPenalty(options as never)).toThrow(
        expect.objectContaining({ code: "bad_options" }),
      );
    },
  );
});
