import { describe, expect, it } from "vitest";
import { complexBall, divide, realBall } from "../../../../src/math/numeric/double-ball.js";

describe("divide", () => {
  it("counts what underflows in the numerator at its size in the quotient", () => {
    const [re, im] = [9.976502823932089e-170, -2.808907139347627e-155];
    const found = divide(realBall(Number.MIN_VALUE, 0), complexBall(re, im, 0));
    const truth = (Number.MIN_VALUE / im) * (re / im);
    expect(Math.abs(truth - found.re)).toBeGreaterThan(0);
    expect(Math.abs(truth - found.re)).toBeLessThan(found.err);
  });
});
