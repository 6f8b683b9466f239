import { describe, expect, it } from "vitest";
import { diversity } from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

describe("diversity", () => {
  it("is the mean share of siblings that lack a text's n-grams", async () => {
    const reward = diversity({ ngramSize: 1 });
    expect(await scoresOf(reward, ["a b", "b c", "d"])).toEqual([0.75, 0.75, 1]);
    const [copied, , , own] = await scoresOf(reward, ["a", "a", "a", "b"]);
    expect(copied).toBeCloseTo(1 / 3, 12);
    expect(own).toBe(1);
  });

  it("is 0 for equal texts, 1 without a common n-gram", async () => {
    expect(await scoresOf(diversity(), ["one two three", "One, two: three!"])).toEqual([0, 0]);
    expect(await scoresOf(diversity(), ["one two three", "two three one"])).toEqual([1, 1]);
  });

  it("is 0 for an empty text, and in a group of one", async () => {
    expect(await scoresOf(diversity(), ["", "one two three"])).toEqual([0, 1]);
    expect(await scoreOf(diversity(), "one two three")).toBe(0);
  });

  it("gains nothing by repetition", async () => {
    const reward = diversity({ ngramSize: 1 });
    const [once] = await scoresOf(reward, ["a b", "b c"]);
    const [often] = await scoresOf(reward, ["a a a a a b", "b c"]);
    expect(often).toBe(once);
  });

  it("compares final answers if told so", async () => {
    const answers = ["\\boxed{42}", "So \\boxed{ 42 }", "\\boxed{41}", "I do not know."];
    expect(await scoresOf(diversity({ measure: "answers" }), answers)).toEqual([
      expect.closeTo(2 / 3, 12),
      expect.closeTo(2 / 3, 12),
      1,
      0,
    ]);
  });

  it("is the vocabulary of each text by the preset of eval-protocol, and never above 1", async () => {
    const reward = diversity({ preset: "eval-protocol" });
    const [none, word, two, all, same] = await scoresOf(reward, [
      "",
      "word",
      "two words",
      "a b c d",
      "a a a a",
    ]);
    expect([none, word, two, all]).toEqual([0, 1, 1, 1]);
    expect(same).toBeCloseTo(0.2 / 4 + 0.3 / 3 + 0.5 / 2, 12);
  });
});
