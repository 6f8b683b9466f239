import { describe, expect, it } from "vitest";
import { exactMatch } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("exact_match", () => {
  it.each([
    [{}, "42", "<answer>42</answer>", 1],
    [{}, "42", "<answer>41</answer>", 0],
    [{}, "42", "\\boxed{42}", 1],
    [{}, "42", "42", 1],
    [{}, "42", "It is 42", 0],
    [{}, "42", "<answer>\\boxed{42}</answer>", 1],
    [{}, "42", "\\boxed{41} <answer>42</answer>", 0],
    [{}, ["x", "New York"], "<answer>new  york</answer>", 1],
    [{}, 42, "<answer>42</answer>", 1],
    [{}, "", "<answer></answer>", null],
    [{}, null, "<answer>42</answer>", null],
    [{}, { a: 1 }, "<answer>42</answer>", null],
    [{}, [], "<answer>42</answer>", null],
    [{ preset: "search-r1" }, "Paris", "<answer>the Paris!</answer>", 1],
    [{ preset: "search-r1" }, "a the", "<answer>an</answer>", null],
    [{ preset: "nemo-rl" }, "New York", "<answer>new-york</answer>", 1],
    [{ preset: "nemo-rl" }, "A", "<answer>A</answer><answer>B</answer>", 0],
    [{ preset: "will-brown" }, "42", "<answer>42", 2],
    [{ preset: "re-search" }, "Paris", "<finish>paris</finish>", 1],
    [{ formatScore: 0.1 }, "42", "<answer>41</answer>", 0.1],
    [
      {},
      "42",
      "<answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer><answer>42</answer>",
      0.25,
    ],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(exactMatch(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
