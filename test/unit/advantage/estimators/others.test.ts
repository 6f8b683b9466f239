import { describe, expect, it } from "vitest";
import {
  bestOverSecond,
  gdpo,
  gpg,
  leaveOneOutDeviation,
  maxRl,
  optimalRewardBaseline,
  optimalValue,
  passAtKTraining,
  reinforcePlusPlus,
  reinforcePlusPlusBaseline,
  remax,
} from "../../../../src/advantage/index.js";

const closeTo = (groups: readonly (readonly number[])[]): unknown[] =>
  groups.map((group) => group.map((value) => expect.closeTo(value, 9) as unknown));

describe("leaveOneOutDeviation", () => {
  it("does not take rounding for spread", () => {
    const [[loser, ...winners] = []] = leaveOneOutDeviation([[0, ...new Array<number>(7).fill(0.95)]]);
    expect(loser).toBeCloseTo(-0.95, 12);
    expect(winners).toEqual(new Array(7).fill(expect.closeTo(0.37796, 5)));
    const [[other] = []] = leaveOneOutDeviation([[0, 0.3, 0.1 + 0.2, 0.3]]);
    expect(other).toBeCloseTo(-0.3, 12);
  });

  it("divides by the deviation of the siblings where they differ", () => {
    expect(leaveOneOutDeviation([[1, 2, 3]], { eps: 0 })).toEqual(
      closeTo([[-1.5 / Math.SQRT1_2, 0, 1.5 / Math.SQRT1_2]]),
    );
  });
});

describe("reinforcePlusPlus", () => {
  it("whitens the batch, and counts each completion as often as it has tokens", () => {
    const expected = Math.sqrt(3) / 2;
    expect(
      reinforcePlusPlus(
        [
          [1, 0],
          [1, 0, null],
        ],
        { eps: 0 },
      ),
    ).toEqual(
      closeTo([
        [expected, -expected],
        [expected, -expected, 0],
      ]),
    );
    const weighted = reinforcePlusPlus([[1, 0]], { eps: 0, lengths: [[2, 2]] });
    expect(weighted).toEqual(closeTo([[expected, -expected]]));
  });

  it("takes the mean of the group off first", () => {
    expect(
      reinforcePlusPlusBaseline(
        [
          [1, 0],
          [11, 10],
        ],
        { eps: 0 },
      ),
    ).toEqual(
      reinforcePlusPlusBaseline(
        [
          [1, 0],
          [1, 0],
        ],
        { eps: 0 },
      ),
    );
  });
});

describe("remax", () => {
  it("takes the baseline off, and gives 0 where there is none", () => {
    expect(remax([[1, 0.5, null], [1]], { baselines: [[0.5, 0.5, 0.5], [null]] })).toEqual([
      [0.5, 0, 0],
      [0],
    ]);
  });

  it("needs one baseline per reward", () => {
    expect(() => remax([[1]], {} as never)).toThrow(/needs "baselines"/);
    expect(() => remax([[1]], { baselines: [[1, 2]] })).toThrow(/"baselines" has 2 values/);
  });
});

describe("optimalValue", () => {
  it("lies between the mean and the greatest reward", () => {
    const [value] = optimalValue([[1, 0]], { beta: 1 });
    expect(value).toBeCloseTo(Math.log((1 + Math.E) / 2), 12);
    expect(optimalValue([[1000, 0], [null]], { beta: 1e-3 })).toEqual([expect.closeTo(1000, 2), null]);
    expect(() => optimalValue([], { beta: 0 })).toThrow(/"beta" must be a positive number/);
  });
});

describe("optimalRewardBaseline", () => {
  it("takes the mean reward per token off", () => {
    expect(optimalRewardBaseline([[1, 0]], { lengths: [[3, 1]] })).toEqual([[0.25, -0.75]]);
    expect(() => optimalRewardBaseline([[1]], { lengths: [[-1]] })).toThrow(/"lengths" must be numbers/);
  });
});

describe("gpg", () => {
  it("weighs the centred rewards by all over nonzero ones", () => {
    expect(
      gpg([
        [1, 0],
        [0, 0],
      ]),
    ).toEqual([
      [2, -2],
      [0, 0],
    ]);
    expect(gpg([[1, 0]], { norm: 2 })).toEqual([[0.5, -0.5]]);
  });
});

describe("bestOverSecond", () => {
  it("gives only the leader an advantage", () => {
    expect(bestOverSecond([[0, 3, 1], [2, 2], [5], [null, 1, 0]], { scale: "none" })).toEqual([
      [0, 2, 0],
      [0, 0],
      [0],
      [0, 1, 0],
    ]);
  });
});

describe("passAtKTraining", () => {
  it("is GRPO's advantage of the population for k = 1", () => {
    expect(passAtKTraining([[1, 0, 0, 0]], { k: 1 })).toEqual(
      closeTo([[0.75 / Math.sqrt(3 / 16), ...new Array<number>(3).fill(-0.25 / Math.sqrt(3 / 16))]]),
    );
  });

  it("is the mean over all sets of k", () => {
    const missed = 3 / 6;
    const deviation = Math.sqrt(missed * (1 - missed));
    expect(passAtKTraining([[1, 0, 0, 0]], { k: 2 })).toEqual(
      closeTo([[missed / deviation, ...new Array<number>(3).fill((missed - 2 / 3) / deviation)]]),
    );
    expect(
      passAtKTraining(
        [
          [1, 1, 0],
          [0, 0],
        ],
        { k: 2 },
      ),
    ).toEqual([
      [0, 0, 0],
      [0, 0],
    ]);
  });
});

describe("maxRl", () => {
  it("divides by the success rate", () => {
    expect(
      maxRl(
        [
          [1, 0, 0, 0],
          [0, 0],
          [-1, 1],
        ],
        { eps: 0 },
      ),
    ).toEqual([
      [3, -1, -1, -1],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe("gdpo", () => {
  it("counts functions alike, however far their scores spread", () => {
    const scores = { accuracy: [[1, 0]], length: [[0, 100]] };
    const [[first = NaN] = []] = gdpo(scores, { weights: { length: 0.5 } });
    expect(first).toBeGreaterThan(0);
  });

  it("refuses a weight without scores", () => {
    expect(() => gdpo({ a: [[1]] }, { weights: { b: 1 } })).toThrow(/a weight for "b", but no scores/);
  });
});
