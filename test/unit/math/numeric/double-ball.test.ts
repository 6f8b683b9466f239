import { describe, expect, it } from "vitest";
import { complexBall, divide, realBall } from "../../../../src/math/numeric/double-ball.js";

describe("divide", () => {
  it("counts what underflows in the numerator at its size in the quotient", () => {
    const [re, im] = [1e-160, -2.8e-155];
    const found = divide(realBall(Number.MIN_VALUE, 0), complexBall(re, im, 0));
    const truth = (Number.MIN_VALUE / im) * (re / im);
    expect(Math.abs(truth - found.re)).toBeGreaterThan(0);
    expect(Math.abs(truth - found.re)).toBeLessThan(found.err);
  });
});
