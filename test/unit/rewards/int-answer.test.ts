import { describe, expect, it } from "vitest";
import { intAnswer } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("int_answer", () => {
  it.each([
    [{}, "<answer>42</answer>", 0.5],
    [{}, "<answer>٤٢</answer>", 0.5],
    [{}, "<answer>²</answer>", 0],
    [{}, "<answer>①</answer>", 0],
    [{}, "<answer>-42</answer>", 0],
    [{ signed: true }, "<answer>-42</answer>", 0.5],
    [{}, "<answer>4 2</answer>", 0],
    [{}, "<answer></answer>", 0],
    [{ preset: "will-brown" }, "<answer>42", 0.5],
    [{}, "<think><answer>42</answer>", 0],
  ] as const)("with %j: %j is %j", async (options, completion, score) => {
    const actual = await scoreWith(intAnswer(options), completion, {});
    expect(actual).toBe(score);
  });
});
