import { checkObject, isObject, shown } from "./caller-input.js";
import { RewardError } from "./errors.js";

/** What an option has to be: in words, and as a test. */
export interface Need {
  readonly words: string;
  readonly fits: (value: unknown) => boolean;
}

/** What each option of an interface has to be. */
export type Needs<Options> = { readonly [Name in keyof Required<Options>]: Need };

export const oneOf = (...values: readonly unknown[]): Need => ({
  words: `one of ${values.join(", ")}`,
  fits: (value) => values.includes(value),
});

export const listOf = (...values: readonly unknown[]): Need => ({
  words: `a list of some of ${values.join(", ")}`,
  fits: (value) => Array.isArray(value) && value.every((each) => values.includes(each)),
});

export const wholeNumber = (least: number): Need => ({
  words: `a whole number of at least ${least}`,
  fits: (value) => INTEGER.fits(value) && (value as number) >= least,
});

/** How much of something is wanted; `Infinity` for all. */
export const count = (least: number): Need => ({
  words: `a whole number of at least ${least}, or Infinity`,
  fits: (value) => value === Infinity || wholeNumber(least).fits(value),
});

export const INTEGER: Need = { words: "a whole number", fits: Number.isSafeInteger };
export const FINITE: Need = { words: "a number", fits: (value) => Number.isFinite(value) };
export const POSITIVE: Need = { words: "a number above 0", fits: (value) => (value as number) > 0 };
export const FLAG: Need = { words: "true or false", fits: (value) => typeof value === "boolean" };
export const FUNCTION: Need = { words: "a function", fits: (value) => typeof value === "function" };
export const LIST: Need = { words: "a list", fits: Array.isArray };
export const OBJECT: Need = { words: "an object", fits: isObject };

/**
 * Checks options that a caller without a type checker may have misspelt. What is `undefined` is not given.
 *
 * @throws {RewardError} `bad_options` for a name or a value that there is not
 */
export function checkOptions<Options extends object>(
  options: Options,
  needs: Needs<Options>,
  what = "the options",
): void {
  checkObject(what, options, "an object");
  const known = new Map<string, Need>(Object.entries(needs));
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const need = known.get(name);
    if (need === undefined) {
      const names = [...known.keys()].join(", ");
      throw new RewardError("bad_options", `there is no option ${shown(name)}; there are ${names}`);
    }
    if (value === undefined || need.fits(value)) continue;
    throw new RewardError("bad_options", `${name} must be ${need.words}, not ${shown(value)}`);
  }
}
