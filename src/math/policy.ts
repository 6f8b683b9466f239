import { checkName, checkOptions, type Needs, oneOf, wholeNumber } from "../core/index.js";

/** What counts as the same answer where mathematics leaves it open. Every option has the default that is named first. */
export interface Policy {
  /**
   * Units. `optional`: an answer without its unit is accepted, two units are compared after conversion. `required`:
   * a missing unit is wrong. `ignored`: the numbers alone are compared.
   */
  readonly units: "optional" | "required" | "ignored";
  /** `5\%`. `either`: it equals 0.05, and also 5, as if the sign were a unit. `fraction`: it equals 0.05 only. */
  readonly percent: "either" | "fraction";
  /** `90^\circ`. `either`: it equals 90 and `\pi/2`. `radians`: it equals `\pi/2` only. */
  readonly degrees: "either" | "radians";
  /** `664_7`. `optional`: the base may be left out on one side, as a unit may. `required`: `664` is 664 in base ten. */
  readonly bases: "optional" | "required";
  /** The base of a bare `\log`. `either`: e or 10, the same one on both sides. */
  readonly log: "either" | "e" | "10";
  /** `complex`: variables are any complex number, so `\ln x^2` is not `2\ln x`. `positive`: they are positive. */
  readonly variables: "complex" | "positive";
  /** The order of a bare list such as `1, 2`. `free`: any order; sets are free and tuples ordered in any case. */
  readonly listOrder: "free" | "ordered";
  /**
   * `1<x<2` and `(1,2)`. `both`: they are equal. `reference_relation`: only if the relation is the reference
   * (Math-Verify's asymmetry). `never`: they differ.
   */
  readonly intervals: "both" | "reference_relation" | "never";
  /**
   * A rounded decimal equals the exact value if it is that value, rounded to the digits given, and has at least this
   * many significant digits (default 6), as many behind the point or six in all: `0.333333` is `1/3`, `0.333` is not.
   * `0` allows no rounding.
   */
  readonly digits: number;
  /** `any`, or `simplified`: fractions reduced, radicals simplified, nothing left to compute. */
  readonly form: "any" | "simplified";
  /** Multiple choice. `text`: `(B) 42` is the choice `B`. `bare`: only the letter itself. */
  readonly letters: "text" | "bare";
}

export const DEFAULT_POLICY: Policy = {
  units: "optional",
  percent: "either",
  degrees: "either",
  bases: "optional",
  log: "either",
  variables: "complex",
  listOrder: "free",
  intervals: "both",
  digits: 6,
  form: "any",
  letters: "text",
};

/** The names of the presets: see {@link PRESETS}. */
export type PresetName = "default" | "math-verify" | "trl" | "open-r1";

/**
 * The choices of other graders, as far as they are sound; what differs from {@link DEFAULT_POLICY}. TRL and open-r1
 * grade with Math-Verify.
 */
export const PRESETS: Readonly<Record<PresetName, Partial<Policy>>> = {
  default: {},
  "math-verify": { units: "ignored", percent: "fraction", log: "e", intervals: "reference_relation" },
  trl: { units: "ignored", percent: "fraction", log: "e", intervals: "reference_relation" },
  "open-r1": { units: "ignored", percent: "fraction", log: "e", intervals: "reference_relation" },
};

/** The values that each named option may have; `digits` is a count. */
export const POLICY_VALUES: { readonly [Key in Exclude<keyof Policy, "digits">]: readonly Policy[Key][] } = {
  units: ["optional", "required", "ignored"],
  percent: ["either", "fraction"],
  degrees: ["either", "radians"],
  bases: ["optional", "required"],
  log: ["either", "e", "10"],
  variables: ["complex", "positive"],
  listOrder: ["free", "ordered"],
  intervals: ["both", "reference_relation", "never"],
  form: ["any", "simplified"],
  letters: ["text", "bare"],
};

const CHOICES = Object.fromEntries(
  Object.entries(POLICY_VALUES).map(([name, values]) => [name, oneOf(...values)]),
) as Needs<Omit<Policy, "digits">>;

const NEEDS: Needs<Policy> = { ...CHOICES, digits: wholeNumber(0) };

/**
 * The default policy, changed by the preset, changed by the options that are given.
 *
 * @throws RewardError `bad_options` for a name or a value that there is not.
 */
export function resolvePolicy(preset: PresetName = "default", options: Partial<Policy> = {}): Policy {
  checkName("preset", preset, Object.keys(PRESETS));
  checkOptions(options, NEEDS);
  const given = Object.entries<unknown>({ ...options }).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_POLICY, ...PRESETS[preset], ...Object.fromEntries(given) };
}
