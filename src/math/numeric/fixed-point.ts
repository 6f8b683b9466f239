/**
 * Elementary functions of fixed-point numbers: the integer `x` stands for `x / 2^places`. Each result is off by at most
 * {@link FIXED_ERROR} units of its last place, for an argument taken as exact.
 */
export const FIXED_ERROR = 4n;

const EXACT_POWERS = 1023;

/** The bits of the absolute value, or one more; those of 0 are 0. */
export function bitLength(value: bigint): number {
  const approximation = Math.abs(Number(value));
  if (approximation < Number.POSITIVE_INFINITY) {
    return approximation === 0 ? 0 : Math.floor(Math.log2(approximation)) + 1;
  }
  const digits = value.toString(16);
  return (digits.length - (value < 0n ? 1 : 0)) * 4;
}

/** `value * 2^places`, rounded down where bits are lost. */
export function shift(value: bigint, places: number): bigint {
  return places >= 0 ? value << BigInt(places) : value >> BigInt(-places);
}

/** The nearest double of `value * 2^exponent`; one beyond the doubles is infinite or 0. */
export function toDouble(value: bigint, exponent: number): number {
  if (value === 0n) return 0;
  const excess = Math.max(0, bitLength(value) - 64);
  const power = exponent + excess;
  const top = Number(value >> BigInt(excess));
  if (Math.abs(power) <= EXACT_POWERS) return top * 2 ** power;
  return power < 0 ? top * 2 ** -EXACT_POWERS * 2 ** (power + EXACT_POWERS) : top * Number.POSITIVE_INFINITY;
}

/** The integer part of the square root of a number that is not negative. */
export function integerSqrt(value: bigint): bigint {
  if (value <= 0n) return 0n;
  const half = Math.max(0, Math.ceil((bitLength(value) - 100) / 2));
  const top = Number(value >> BigInt(2 * half));
  let root = (BigInt(Math.ceil(Math.sqrt(top) * (1 + 2 ** -50))) + 1n) << BigInt(half);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** A constant at the most places asked for so far. */
function createConstant(compute: (places: number) => bigint): (places: number) => bigint {
  let known = 0n;
  let knownPlaces = -1;
  return (places) => {
    if (places > knownPlaces) {
      const guarded = Math.max(320, places + 32);
      known = compute(guarded + 32) >> 32n;
      knownPlaces = guarded;
    }
    return known >> BigInt(knownPlaces - places);
  };
}

/** `sum of sign^k / ((2k + 1) n^(2k + 1))`: the arc tangent (sign -1) or its hyperbolic twin of `1 / n`. */
function inverseSeries(n: bigint, sign: bigint, places: number): bigint {
  const square = n * n;
  let power = (1n << BigInt(places)) / n;
  let sum = 0n;
  let direction = 1n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += (direction * power) / odd;
    power /= square;
    direction *= sign;
  }
  return sum;
}

/** Pi, by Machin's formula. */
export const piFixed: (places: number) => bigint = createConstant(
  (places) => 16n * inverseSeries(5n, -1n, places) - 4n * inverseSeries(239n, -1n, places),
);

export const ln2Fixed: (places: number) => bigint = createConstant(
  (places) =>
    18n * inverseSeries(26n, 1n, places) -
    2n * inverseSeries(4801n, 1n, places) +
    8n * inverseSeries(8749n, 1n, places),
);

export const eFixed: (places: number) => bigint = createConstant((places) => {
  let term = 1n << BigInt(places);
  let sum = term;
  for (let n = 1n; term !== 0n; n++) {
    term /= n;
    sum += term;
  }
  return sum;
});

/** How often an argument is halved before its series, which balances the two. */
function halvings(places: number): number {
  return 4 + Math.ceil(Math.sqrt(places) / 2);
}

/** `e^x` as a mantissa about 1, with a binary exponent. */
export function expFixed(x: bigint, places: number): readonly [mantissa: bigint, exponent: number] {
  const steps = halvings(places);
  const inner = places + 2 * steps + 16;
  const reach = Math.max(0, bitLength(x) - places) + 8;
  const ln2 = ln2Fixed(inner + reach);
  const exact = shift(x, inner + reach - places);
  const exponent = exact / ln2;
  const rest = (exact - exponent * ln2) >> BigInt(reach + steps);
  const scale = BigInt(inner);
  let term = 1n << scale;
  let sum = term;
  for (let n = 1; term !== 0n; n++) {
    term = ((term * rest) >> scale) / BigInt(n);
    sum += term;
  }
  for (let step = 0; step < steps; step++) sum = (sum * sum) >> scale;
  return [sum >> BigInt(inner - places), Number(exponent)];
}

function sinCosSmall(x: bigint, places: number): readonly [sin: bigint, cos: bigint] {
  const scale = BigInt(places);
  let sin = 0n;
  let cos = 0n;
  let term = 1n << scale;
  for (let n = 0; term !== 0n; n++) {
    const direction = n % 4 < 2 ? term : -term;
    if (n % 2 === 0) cos += direction;
    else sin += direction;
    term = ((term * x) >> scale) / BigInt(n + 1);
  }
  return [sin, cos];
}

/** Sine and cosine. */
export function sinCosFixed(x: bigint, places: number): readonly [sin: bigint, cos: bigint] {
  const steps = halvings(places);
  const inner = places + 4 * steps + 16;
  const reach = Math.max(0, bitLength(x) - places) + 8;
  const quarter = piFixed(inner + reach + 1) >> 2n;
  const exact = shift(x, inner + reach - places);
  const turns = (2n * exact + quarter) / (2n * quarter) - (exact < 0n ? 1n : 0n);
  const rest = (exact - turns * quarter) >> BigInt(reach + steps);
  const one = 1n << BigInt(inner);
  const half = BigInt(inner - 1);
  let [sin, cos] = sinCosSmall(rest, inner);
  for (let step = 0; step < steps; step++) {
    const square = sin * sin;
    sin = (sin * cos) >> half;
    cos = one - (square >> half);
  }
  const [s, c] = [sin >> BigInt(inner - places), cos >> BigInt(inner - places)];
  const rotated: readonly (readonly [bigint, bigint])[] = [
    [s, c],
    [c, -s],
    [-s, -c],
    [-c, s],
  ];
  return rotated[Number(((turns % 4n) + 4n) % 4n)] as readonly [bigint, bigint];
}

/** `atanh t` (sign 1) or `atan t` (sign -1) of a small `t`. */
function oddSeries(t: bigint, sign: bigint, places: number): bigint {
  const scale = BigInt(places);
  const square = (sign * t * t) >> scale;
  let power = t;
  let sum = t;
  for (let odd = 3n; power !== 0n && power !== -1n; odd += 2n) {
    power = (power * square) >> scale;
    sum += power / odd;
  }
  return sum;
}

/** The natural logarithm of a number between 1/2 and 2: a double's, and what is missing to it. */
export function lnFixed(x: bigint, places: number): bigint {
  const inner = places + 24;
  const start = BigInt(Math.round(Math.log(toDouble(x, -places)) * 2 ** 50));
  const first = shift(start, inner - 50);
  const [mantissa, exponent] = expFixed(-first, inner);
  const near = (shift(x, inner - places) * shift(mantissa, exponent)) >> BigInt(inner);
  const one = 1n << BigInt(inner);
  const t = ((near - one) << BigInt(inner)) / (near + one);
  return (first + 2n * oddSeries(t, 1n, inner)) >> BigInt(inner - places);
}

/** The angle of the vector (x, y), in (-pi, pi]; of lengths in any common unit, with at least `places` bits. */
export function angleFixed(y: bigint, x: bigint, places: number): bigint {
  const inner = places + 24;
  const excess = inner - Math.max(bitLength(x), bitLength(y));
  const [v, u] = [shift(y, excess), shift(x, excess)];
  const start = BigInt(Math.round(Math.atan2(toDouble(v, -inner), toDouble(u, -inner)) * 2 ** 50));
  const first = shift(start, inner - 50);
  const [sin, cos] = sinCosFixed(first, inner);
  const along = u * cos + v * sin;
  const across = v * cos - u * sin;
  const t = (across << BigInt(inner)) / along;
  return (first + oddSeries(t, -1n, inner)) >> BigInt(inner - places);
}
