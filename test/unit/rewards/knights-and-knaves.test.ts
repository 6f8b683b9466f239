import { describe, expect, it } from "vitest";
import { knightsAndKnaves } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("knights_and_knaves", () => {
  it.each([
    [
      {},
      "(1) Zoey is a knave\n(2) Oliver is a knight",
      "<answer>Zoey is a knave, and Oliver is a knight.</answer>",
      1,
    ],
    [
      {},
      "(1) Zoey is a knave\n(2) Oliver is a knight",
      "<answer>Zoey is a knight. Oliver is a knight.</answer>",
      0,
    ],
    [{}, "(1) Zoey is a knave\n(2) Oliver is a knight", "<answer>Zoey is a knave.</answer>", 0],
    [
      {},
      "(1) Zoey is a knave\n(2) Oliver is a knight",
      "<answer>Zoey is a knight or a knave. Oliver is a knight.</answer>",
      0,
    ],
    [
      {},
      "(1) Zoey is a knave\n(2) Oliver is a knight",
      "<answer>Zoey is a knave. Zoey is a knight. Oliver is a knight.</answer>",
      0,
    ],
    [
      {},
      "(1) Zoey is a knave\n(2) Oliver is a knight",
      "<answer>Zoey is not a knight. Oliver is a knight.</answer>",
      0,
    ],
    [{}, { Zoey: "knight", Ann: true }, "<answer>Zoey and Ann are knights</answer>", 1],
    [
      { preset: "logic-rl" },
      "(1) Zoey is a knave\n(2) Oliver is a knight",
      "r</think><answer>(1) Zoey is a knave\n(2) Oliver is a knight</answer>",
      3,
    ],
    [
      { preset: "logic-rl" },
      "(1) Zoey is a knave\n(2) Oliver is a knight",
      "r</think><answer>Zoey is a knight. Oliver is a knight.</answer>",
      -0.5,
    ],
    [{ preset: "logic-rl" }, "(1) Zoey is a knave\n(2) Oliver is a knight", "nothing", -3],
    [{}, "nobody", "<answer>Zoey is a knave</answer>", null],
    [{}, null, "<answer>x</answer>", null],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(knightsAndKnaves(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
