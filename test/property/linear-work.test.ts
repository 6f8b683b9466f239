import { describe, expect, it } from "vitest";
import { type RewardFunction, scoreGroups } from "../../src/index.js";
import { extractAnswer, extractReference, verify } from "../../src/math/index.js";
import type { Columns } from "../catalogue/case.js";
import { catalogue } from "../catalogue/index.js";

/** Work that grew with the square of the length would take minutes on any of these. */
const texts = (length: number): readonly (readonly [kind: string, text: string])[] => {
  const fill = (part: string): string => part.repeat(Math.floor(length / part.length));
  const half = (part: string): string => part.repeat(Math.floor(length / 2 / part.length));
  return [
    ["open boxes", fill("\\boxed{")],
    ["boxes within boxes", half("\\boxed{") + half("}")],
    ["boxes", fill("\\boxed{1}")],
    ["boxes without braces", fill("\\boxed        ")],
    ["one large box", `\\boxed{${fill("1")}}`],
    ["one blank box", `\\boxed{${fill(" ")}}`],
    ["braces", fill("{")],
    ["braces behind a backslash", `\\${fill(" {")}`],
    ["backslashes", fill("\\")],
    ["open thoughts", fill("<think>")],
    ["closed thoughts", fill("</think>")],
    ["tag lines", `<think>\n${fill("\n</think>\n")}`],
    ["thoughts of line breaks", `<think>\n${fill("\n")}x</think>\n<answer>\n1\n</answer>`],
    ["open answers", fill("<answer>")],
    ["closed answers", fill("</answer>")],
    ["answers", fill("<answer></answer>")],
    ["angle brackets", fill("<")],
    ["phrases", fill("answer: ")],
    ["phrases on lines", fill("answer:\n")],
    ["phrases with much space", fill("answer:         ")],
    ["phrases before space", `${half("answer:")}${half(" ")}\n`],
    ["phrases before line breaks", half("#### ") + half("\n")],
    ["phrases in sentences", fill("the answer is. ")],
    ["phrases in Chinese", fill("答案是")],
    ["hashes", fill("#")],
    ["full stops", fill(".")],
    ["full stops and spaces", fill(". ")],
    ["spaces", fill(" ")],
    ["line breaks", fill("\n")],
    ["emoji", fill("😀")],
    ["lone surrogates", fill("\ud800")],
    ["NUL characters", fill("\u0000")],
    ["one sentence of digits", `The answer is ${fill("7")}`],
    ["a fraction of many digits", `\\boxed{\\frac{${half("7")}}{${half("3")}}}`],
  ];
};

describe("a long text of", () => {
  it.each(texts(300_000))("%s is scored by every reward", async (_kind, text) => {
    const completions = [
      { text, tokenCount: 5, tokenIds: [1, 2], truncated: true },
      { text: "\\boxed{42}", tokenCount: 4, tokenIds: [1], truncated: false },
    ];
    for (const [name, factory, { required, groups, isRemote }] of catalogue) {
      if (isRemote) continue;
      const [least, greatest] = factory.info.range as readonly [number, number];
      const reward = factory(required as never) as RewardFunction<Columns>;
      const columns = groups[0]?.columns ?? {};
      const { scores } = await scoreGroups([{ prompt: "6 × 7?", columns, completions }], reward);
      const [value] = scores[name]?.[0] ?? [];
      expect(value, name).toBeGreaterThanOrEqual(least);
      expect(value, name).toBeLessThanOrEqual(greatest);
    }
  });

  it.each(texts(1_000_000))("%s is searched for an answer", (_kind, text) => {
    const [answer, reference] = [extractAnswer(text), extractReference(text)];
    expect(answer?.span.end ?? 0).toBeLessThanOrEqual(text.length);
    expect(reference?.span.end ?? 0).toBeLessThanOrEqual(text.length);
    const { verdict } = verify({ reference: text, completion: text });
    expect(["correct", "incorrect", "undetermined"]).toContain(verdict.status);
  });
});
