import type { Context } from "./form.js";

/** A prime and how often it divides. */
export interface PrimePower {
  readonly prime: bigint;
  readonly count: number;
}

const TRIAL_LIMIT = 10_000;
/** Strong probable primes to all of {@link WITNESSES} are prime below this number. */
const PROVEN_BELOW = 3_317_044_064_679_887_385_961_981n;
const WITNESSES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n];
const FACTORED_BELOW = 1n << 400n;

/** `base ** exponent` modulo a positive number, for an exponent that is not negative. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = ((base % modulus) + modulus) % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function isStrongProbablePrime(value: bigint, witness: bigint): boolean {
  let odd = value - 1n;
  let twos = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) twos++;
  let power = modularPower(witness, odd, value);
  if (power === 1n) return true;
  for (let k = 0; k < twos; k++) {
    if (power === value - 1n) return true;
    power = (power * power) % value;
  }
  return false;
}

/** Whether a number without divisors up to the trial limit is proven to be prime. */
function isProvenPrime(context: Context, value: bigint): boolean {
  if (value < BigInt(TRIAL_LIMIT * TRIAL_LIMIT)) return true;
  if (value >= PROVEN_BELOW) return false;
  context.spend(300);
  return WITNESSES.every((witness) => isStrongProbablePrime(value, witness));
}

/** The greatest integer whose power of `index` is at most `value`, which is not negative. */
export function integerRoot(value: bigint, index: number): bigint {
  if (value < 2n) return value;
  const power = BigInt(index);
  let guess = 1n << BigInt(Math.ceil((value.toString(16).length * 4) / index) + 1);
  for (;;) {
    const next = ((power - 1n) * guess + value / guess ** (power - 1n)) / power;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The cofactor that is left after trial division: a prime, a power of one, or `null` if it is neither. */
function factorRest(context: Context, rest: bigint): PrimePower | null {
  if (isProvenPrime(context, rest)) return { prime: rest, count: 1 };
  for (const count of [2, 3, 5]) {
    const root = integerRoot(rest, count);
    if (root ** BigInt(count) !== rest) continue;
    const inner = factorRest(context, root);
    return inner && { prime: inner.prime, count: inner.count * count };
  }
  return null;
}

function divideSmall(value: number, factors: PrimePower[]): number {
  let left = value;
  for (let p = 2; p * p <= left && p < TRIAL_LIMIT; p += p === 2 ? 1 : 2) {
    let count = 0;
    for (; left % p === 0; left /= p) count++;
    if (count > 0) factors.push({ prime: BigInt(p), count });
  }
  return left;
}

function divideLarge(context: Context, value: bigint, factors: PrimePower[]): bigint {
  let left = value;
  for (let p = 2; p < TRIAL_LIMIT; p += p === 2 ? 1 : 2) {
    const prime = BigInt(p);
    if (left % prime !== 0n) continue;
    let count = 0;
    for (; left % prime === 0n; left /= prime) count++;
    factors.push({ prime, count });
    context.spend(count);
    if (left <= BigInt(Number.MAX_SAFE_INTEGER)) return left;
  }
  return left;
}

/** The prime factors of a positive integer in ascending order, or `null` where they are out of reach. */
export function factorize(context: Context, value: bigint): readonly PrimePower[] | null {
  if (value >= FACTORED_BELOW) return null;
  const factors: PrimePower[] = [];
  let left = value;
  if (left > BigInt(Number.MAX_SAFE_INTEGER)) {
    context.spend(1000);
    left = divideLarge(context, left, factors);
  }
  if (left <= BigInt(Number.MAX_SAFE_INTEGER)) {
    context.spend(left > 1_000_000n ? 40 : 1);
    left = BigInt(divideSmall(Number(left), factors));
  }
  if (left === 1n) return factors;
  const rest = factorRest(context, left);
  if (rest === null) return null;
  factors.push(rest);
  return factors;
}
