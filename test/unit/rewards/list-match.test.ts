import { describe, expect, it } from "vitest";
import { listMatch } from "../../../src/index.js";
import { scoreWith } from "./scored-columns.js";

describe("list_match", () => {
  it.each([
    [{}, [1, 2], "<answer>2, 1</answer>", 1],
    [{}, "1, 2", "<answer>{1, 2}</answer>", 1],
    [{}, [1, 2], "<answer>1.0 and 2</answer>", 1],
    [{}, ["a", "b"], '<answer>["B", "a"]</answer>', 1],
    [{}, [1, 2], "<answer>1, 2, 3</answer>", 0],
    [{}, [1, 2], "<answer>1</answer>", 0],
    [{}, [1, 1], "<answer>1</answer>", 0],
    [{ order: "kept" }, [1, 2], "<answer>2, 1</answer>", 0],
    [{ duplicates: "ignore" }, [1, 2], "<answer>1, 1, 2</answer>", 1],
    [{ credit: "fraction" }, [1, 2], "<answer>1, 3, 4, 5</answer>", 0.25],
    [{ credit: "f1" }, [1, 2], "<answer>1, 2, 3, 4</answer>", 0.6666666666666666],
    [{}, "(1,2),(3,4)", "<answer>(1,4),(3,2)</answer>", 0],
    [{}, ["1e-10"], "<answer>1e-1</answer>", 0],
    [{}, [], "<answer>1</answer>", null],
    [{}, null, "<answer></answer>", null],
  ] as const)("with %j, for the solution %j: %j is %j", async (options, solution, completion, score) => {
    const actual = await scoreWith(listMatch(options), completion, { solution });
    if (score === null) expect(actual).toBeNull();
    else expect(actual).toBeCloseTo(score, 12);
  });
});
