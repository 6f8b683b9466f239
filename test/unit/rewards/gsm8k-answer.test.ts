import { describe, expect, it } from "vitest";
import { gsm8kAnswer } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("gsm8k_answer", () => {
  it.each([
    [{}, "42", "so #### 42", 1],
    [{}, "6*7=42\n#### 42", "####42.0", 1],
    [{}, "1,000", "#### $1000", 1],
    [{}, "42", "#### 42 apples.", 1],
    [{}, "42", "42", 0],
    [{}, "42", "#### 41", 0],
    [{}, "42", "#### 42\n#### 41", 0],
    [{}, "1", "#### 1/7", 0],
    [{}, "0", "#### 0 or 1", 0],
    [{}, "2", "#### 2^3", 0],
    [{}, "forty", "#### 42", null],
    [{}, null, "#### 42", null],
    [
      { preset: "verl" },
      "42",
      "#### 42xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      0,
    ],
    [{ preset: "tinyzero" }, "42", "#### 42\n#### 41", 1],
    [{ preset: "open-instruct" }, "1234", "It is 1,234.", 1],
    [{ method: "flexible" }, "42", "I get 42 apples", 1],
    [{}, "42", "<!-- #### 42 -->", 0],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(gsm8kAnswer(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
