import { describe, expect, it } from "vitest";
import { leaveOneOut } from "../../../../src/advantage/index.js";

describe("leaveOneOut", () => {
  it("takes the mean of the others from each reward", () => {
    expect(leaveOneOut([[1, 2, 6]])).toEqual([[1 - 4, 2 - 3.5, 6 - 1.5]]);
  });

  it("takes groups of different sizes, and empty ones", () => {
    expect(leaveOneOut([[1, 0], [], [5], [3, 3, 3]])).toEqual([[1, -1], [], [0], [0, 0, 0]]);
  });

  it("gives 0 to a row without a reward, and leaves it out of the rest", () => {
    const rewards = [null, 3, Number.NaN, 1, Number.POSITIVE_INFINITY];
    expect(leaveOneOut([rewards])).toEqual([[0, 2, 0, -2, 0]]);
  });

  it("gives 0 to the only reward of a group", () => {
    expect(leaveOneOut([[null, 7, null], [null]])).toEqual([[0, 0, 0], [0]]);
  });

  it("clips the rewards first", () => {
    expect(leaveOneOut([[100, -100, 0.5, null]], { clip: [-1, 1] })).toEqual([
      [1 - -0.25, -1 - 0.75, 0.5 - 0, 0],
    ]);
  });

  it("whitens the advantages of the batch", () => {
    const [[first, second] = [], [third, fourth, fifth] = []] = leaveOneOut(
      [
        [2, 0],
        [1, 1, null],
      ],
      {
        normalize: true,
      },
    );
    const deviation = Math.sqrt(8 / 3);
    expect(first).toBeCloseTo(2 / (deviation + 1e-4), 12);
    expect(second).toBeCloseTo(-2 / (deviation + 1e-4), 12);
    expect([third, fourth, fifth]).toEqual([0, 0, 0]);
  });

  it("leaves the only reward of a group out of the whitening", () => {
    const alone = [1, null, null, null];
    const group = [1, 0, 0, 0];
    const [first, second] = leaveOneOut([alone, group], { normalize: true });
    expect(first).toEqual([0, 0, 0, 0]);
    expect([second]).toEqual(leaveOneOut([group], { normalize: true }));
  });

  it("does not make a reward of an infinity by clipping it", () => {
    expect(leaveOneOut([[Infinity, 1, 0]], { clip: [-2, 2] })).toEqual([[0, 1, -1]]);
  });

  it("whitens a batch without spread to 0", () => {
    expect(leaveOneOut([[0.1, 0.1], [5], []], { normalize: true })).toEqual([[0, 0], [0], []]);
  });
});
