import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repetitionPenalty } from "../../src/index.js";
import { scoreOf, scoresOf } from "../unit/rewards/scoring.js";

const MANY = 400;
const loop = (...parts: readonly string[]): string =>
  Array.from({ length: MANY }, (_, i) => parts[i % parts.length]).join("");

const LOOPS: readonly (readonly [trick: string, completion: string])[] = [
  ["K27 words without spaces", loop("a,")],
  ["K27 changing separators", loop("a,", "a;", "a.", "a/", "a|", "a+", "a=")],
  [
    "K27 emoji as separators",
    Array.from({ length: MANY }, (_, i) => `so${String.fromCodePoint(0x1f300 + i)}`).join(""),
  ],
  ["K27 separators without width", loop("a\u200b", "a\u2060", "a\ufeff", "a\u00ad")],
  ["K27 one word without any separator", loop("loop")],
  ["K27 synonyms in turn", loop("big ", "large ", "huge ", "vast ")],
  ["K27 changing case", loop("Wait ", "wait ", "WAIT ")],
  ["K22 stuffed keywords", loop("Wait, ", "let me check. ", "Aha! ")],
  ["K28 Chinese", loop("这个方法很好，")],
  ["K28 Chinese without signs", loop("好")],
  ["K28 Japanese", loop("これはよい方法です。")],
  ["K28 Thai", loop("ดีมาก")],
  ["K28 Arabic", loop("جيد جدا، ")],
  ["K29 one long token", "a".repeat(100_000)],
  ["signs only", loop("!?")],
  ["emoji only", loop("😀 ")],
  ["K62 lone surrogates", loop("\ud83d")],
];

describe("repetition_penalty punishes a loop of", () => {
  it.each(LOOPS)("%s", async (_trick, completion) => {
    expect(await scoreOf(repetitionPenalty(), completion)).toBeLessThan(-0.9);
  });
});

describe("repetition_penalty", () => {
  it.each([
    ["K1 nothing", ""],
    ["K1 white space", " \n\t".repeat(1000)],
    ["K29 a million newlines", `42${"\n".repeat(1_000_000)}`],
  ])("finds little in %s", async (_trick, completion) => {
    expect(await scoreOf(repetitionPenalty(), completion)).toBeGreaterThan(-0.7);
  });

  const word = fc.constantFrom("a", "b", "the", "cat", "好", "é", "7");
  const text = fc.array(word, { maxLength: 60 });

  it("is never improved by a copy at the end", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(" ", "\n", ". ", "\n\n---\n"), async (each, separator) => {
        const once = each.join(" ");
        const [before, after] = await scoresOf(repetitionPenalty(), [once, once + separator + once]);
        expect(after).toBeLessThanOrEqual((before as number) + 1e-12);
      }),
    );
  });

  it("does not depend on the white space or the signs between words", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom("  ", "\n", ", ", "\u200b", " - "), async (each, separator) => {
        const [plain, spaced] = await scoresOf(repetitionPenalty(), [each.join(" "), each.join(separator)]);
        expect(spaced).toBe(plain);
      }),
    );
  });
});
