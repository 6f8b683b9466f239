import {
  complexBall,
  type DoubleBall,
  floor,
  isDefined,
  NOWHERE,
  realBall,
  UNDERFLOW,
} from "./double-ball.js";

/** Sixteen units in the last place: well above what the engines' functions and a few operations lose. */
const ROUNDING = 2 ** -48;

export function exp(a: DoubleBall): DoubleBall {
  const size = Math.exp(a.re);
  const err = size * (Math.expm1(a.err) + ROUNDING) * (1 + ROUNDING) + UNDERFLOW;
  if (!a.real) return complexBall(size * Math.cos(a.im), size * Math.sin(a.im), err);
  return a.re === 0 && a.err === 0 ? realBall(1, 0) : realBall(size, err);
}

function lnReal(a: DoubleBall): DoubleBall {
  const nearest = a.re - a.err * (1 + ROUNDING);
  if (!(nearest > 0)) return NOWHERE;
  const value = Math.log(a.re);
  if (value === 0 && a.err === 0) return realBall(0, 0);
  return realBall(value, (a.err / nearest) * (1 + ROUNDING) + Math.abs(value) * ROUNDING + UNDERFLOW);
}

export function ln(a: DoubleBall): DoubleBall {
  if (!a.real) return lnComplex(a);
  if (a.re > 0) return lnReal(a);
  const { re, err } = lnReal(realBall(-a.re, a.err));
  return complexBall(re, Math.PI, err + ROUNDING);
}

/** Whether the disc avoids the cut along the negative reals. */
function avoidsCut(a: DoubleBall): boolean {
  return a.re > 0 || Math.abs(a.im) > a.err;
}

function lnComplex(a: DoubleBall): DoubleBall {
  const size = Math.hypot(a.re, a.im);
  const nearest = size * (1 - ROUNDING) - a.err;
  if (!(nearest > UNDERFLOW) || !avoidsCut(a)) return NOWHERE;
  const re = Math.log(size);
  return complexBall(re, Math.atan2(a.im, a.re), a.err / nearest + (4 + Math.abs(re)) * ROUNDING);
}

/** The error of a sine or cosine that is at most `steepness` steep over the disc. */
function angleError(a: DoubleBall, steepness: number, value: number): number {
  return a.err * steepness * (1 + ROUNDING) + value * ROUNDING + UNDERFLOW;
}

export function sin(a: DoubleBall): DoubleBall {
  if (a.real) {
    const value = Math.sin(a.re);
    return a.re === 0 && a.err === 0 ? a : realBall(value, angleError(a, 1, Math.abs(value)));
  }
  const [rise, slope] = [Math.cosh(a.im), Math.sinh(a.im)];
  const err = angleError(a, Math.cosh(Math.abs(a.im) + a.err), rise);
  return complexBall(Math.sin(a.re) * rise, Math.cos(a.re) * slope, err);
}

export function cos(a: DoubleBall): DoubleBall {
  if (a.real) {
    const value = Math.cos(a.re);
    return a.re === 0 && a.err === 0 ? realBall(1, 0) : realBall(value, angleError(a, 1, Math.abs(value)));
  }
  const [rise, slope] = [Math.cosh(a.im), Math.sinh(a.im)];
  const err = angleError(a, Math.cosh(Math.abs(a.im) + a.err), rise);
  return complexBall(Math.cos(a.re) * rise, -Math.sin(a.re) * slope, err);
}

export function atan(a: DoubleBall): DoubleBall {
  if (!a.real) return NOWHERE;
  if (a.re === 0 && a.err === 0) return a;
  const nearest = Math.max(0, Math.abs(a.re) * (1 - ROUNDING) - a.err);
  const value = Math.atan(a.re);
  const err = (a.err / (1 + nearest * nearest)) * (1 + ROUNDING);
  return realBall(value, err + Math.abs(value) * ROUNDING + UNDERFLOW);
}

/** Every square root of a disc around zero lies in a disc around zero. */
function sqrtAroundZero(a: DoubleBall, size: number): DoubleBall {
  return complexBall(0, 0, Math.sqrt(size + a.err + UNDERFLOW) * (1 + ROUNDING));
}

export function sqrt(a: DoubleBall): DoubleBall {
  if (!a.real) return sqrtComplex(a);
  if (a.err === 0 && a.re === 0) return a;
  const size = Math.abs(a.re);
  const nearest = size * (1 - ROUNDING) - a.err;
  if (!(nearest > 0)) return isDefined(a) ? sqrtAroundZero(a, size) : NOWHERE;
  const root = Math.sqrt(size);
  const exact = a.err === 0 && root * root === size && Number.isInteger(root) && root < 2 ** 26;
  const err = exact ? 0 : (a.err / (2 * Math.sqrt(nearest)) + root * ROUNDING) * (1 + ROUNDING);
  return a.re > 0 ? realBall(root, err) : complexBall(0, root, err);
}

function sqrtComplex(a: DoubleBall): DoubleBall {
  const size = Math.hypot(a.re, a.im);
  const nearest = size * (1 - ROUNDING) - a.err;
  if (!(nearest > UNDERFLOW)) return isDefined(a) ? sqrtAroundZero(a, size) : NOWHERE;
  if (!avoidsCut(a)) return NOWHERE;
  const long = Math.sqrt((size + Math.abs(a.re)) / 2);
  const short = Math.abs(a.im) / (2 * long);
  const err = (a.err / (2 * Math.sqrt(nearest)) + long * (2 * ROUNDING)) * (1 + ROUNDING) + UNDERFLOW;
  const [re, im] = a.re >= 0 ? [long, short] : [short, long];
  return complexBall(re, a.im < 0 ? -im : im, err);
}

/** The integer that an exact value is. */
export function toInteger(a: DoubleBall): bigint | null {
  return a.real && a.err === 0 && Number.isSafeInteger(a.re) && floor(a).re === a.re ? BigInt(a.re) : null;
}
