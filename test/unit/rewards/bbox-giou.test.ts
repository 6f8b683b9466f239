import { describe, expect, it } from "vitest";
import { bboxGiou } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("bbox_giou", () => {
  it.each([
    [{}, [0, 0, 1, 1], "<answer>[0, 0, 1, 1]</answer>", 1],
    [{}, "[0,0,1,1]", "<answer>[0,0,0.5,1]</answer>", 0.5],
    [{}, [0, 0, 1, 1], "<answer>[1, 1, 0, 0]</answer>", 1],
    [{}, [0, 0, 1, 1], "<answer>[2,2,1,1]</answer>", -0.5],
    [{}, [0, 0, 1, 1], "<answer>[2,2,-1,-1]</answer>", 0.1111111111111111],
    [{}, [0, 0, 1, 1], "<answer>everywhere</answer>", -1],
    [{ preset: "nemo-rl" }, [0, 0, 1, 1], "<answer>everywhere</answer>", 0],
    [{}, [0, 0, 1, 1], "<answer>[nan,0,1,1]</answer>", -1],
    [{}, [0, 0, 1, 1], "<answer>[-1e308,-1e308,1e308,1e308]</answer>", -1],
    [{}, [0, 0, 1], "<answer>[0,0,1,1]</answer>", null],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(bboxGiou(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
