import { createRequire } from "node:module";
import { numericFunctions, type MathJs } from "./mathjs-functions.js";

const require = createRequire(import.meta.url);

/** A package, or `null` when it is not installed. */
export function requireIfInstalled(name: string): unknown {
  try {
    return require(name);
  } catch (error) {
    if ((error as { code?: unknown }).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** mathjs with the functions of the numeric dialect, over complex doubles and over decimals. */
export interface MathInstances {
  readonly double: MathJs;
  /** Computes with at least this many digits. */
  readonly withDigits: (digits: number) => MathJs;
}

/** `null` when mathjs is not installed. The browser build loads ten times faster than the module. */
export function loadMathjs(): MathInstances | null {
  const library = requireIfInstalled("mathjs/lib/browser/math.js") as Library | null;
  if (library === null) return null;
  const create = (options: Parameters<MathJs["config"]>[0]): MathJs => {
    const instance = library.create(library.all);
    // The browser build ignores a configuration that is passed to `create`.
    instance.config(options);
    instance.import(numericFunctions(instance));
    return instance;
  };
  // To change the precision of an instance takes longer than most proofs, so each precision has its own.
  const instances = new Map<number, MathJs>();
  const withDigits = (digits: number): MathJs => {
    const precision = Math.max(digits, ROUND_PRECISIONS.find((each) => each >= digits) ?? 0);
    const instance = instances.get(precision) ?? create({ number: "BigNumber", precision });
    instances.set(precision, instance);
    return instance;
  };
  return { double: create({}), withDigits };
}

const ROUND_PRECISIONS = [64, 128, 256, 512, 900];

interface Library {
  readonly create: (factories: unknown) => MathJs;
  readonly all: unknown;
}
