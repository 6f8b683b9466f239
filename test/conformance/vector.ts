/** One call of an original implementation; the keys are explained in vectors/README.md. */
export interface Vector {
  readonly id: string;
  readonly reward: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly note?: string;
}

/** How one original's calls are made with this library. */
export interface Adapter {
  /** What this library makes of the call; it throws a `RewardError` where the library refuses the call. */
  readonly run: (vector: Vector) => unknown;
  /** The part of what the original returned that is compared; all of it by default. */
  readonly expected?: (vector: Vector) => unknown;
  /** How far numbers may differ: absolutely, or in proportion. Exactly equal, or 1e-12 for fractions, by default. */
  readonly tolerance?: { readonly absolute: number; readonly relative?: number };
}

/** A reason to differ from an original, and what this library returns for the vectors that it concerns. */
export interface Deviation {
  readonly reason: string;
  /** By the vector's id: the value, or the code of the `RewardError`. */
  readonly returns: Readonly<Record<string, unknown>>;
}

/** What the tests know of one file of vectors. */
export interface System {
  /** By the vectors' reward name. */
  readonly adapters: Readonly<Record<string, Adapter>>;
  /** Vectors for which the original has a value, and this library returns another on purpose. */
  readonly deviations?: readonly Deviation[];
  /** Vectors for which the original raises, and this library is defined. */
  readonly definedHere?: readonly Deviation[];
}

/** Whether the original raised an exception. */
export function raised({ expected }: Vector): boolean {
  return typeof expected === "object" && expected !== null && "error" in expected && "message" in expected;
}

const isClose = (
  actual: number,
  expected: number,
  { absolute, relative = 0 }: { absolute: number; relative?: number },
): boolean => Math.abs(actual - expected) <= Math.max(absolute, relative * Math.abs(expected));

/** Whether `actual` is what the original returned: objects are compared by the keys of `expected`. */
export function agrees(actual: unknown, expected: unknown, tolerance: Adapter["tolerance"]): boolean {
  if (typeof expected === "number" && typeof actual === "number") {
    if (tolerance) return isClose(actual, expected, tolerance);
    return Number.isInteger(expected) ? actual === expected : isClose(actual, expected, { absolute: 1e-12 });
  }
  if (typeof expected !== "object" || typeof actual !== "object" || expected === null || actual === null) {
    return actual === expected;
  }
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length)) return false;
  return Object.entries(expected).every(([key, value]) =>
    agrees((actual as Record<string, unknown>)[key], value, tolerance),
  );
}
