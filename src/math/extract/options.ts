import { checkChoice, checkList, checkName, checkObject } from "../../core/index.js";
import { EXTRACT_PRESETS, type ExtractPreset } from "./presets.js";
import { EXTRACTION_METHODS, type ExtractOptions } from "./types.js";

/** The values that each option may have; `methods` is a list of names. */
const VALUES: {
  readonly [Key in Exclude<keyof ExtractOptions, "methods">]-?: readonly ExtractOptions[Key][];
} = {
  thinking: ["auto", "prefilled", "none"],
  several: ["last", "reject"],
  lastNumber: [false, true],
};

const NAMES = ["methods", ...Object.keys(VALUES)];

function checkMethods(methods: readonly string[]): void {
  checkList("methods", methods, "a list of names");
  for (const method of methods) checkName("method", method, EXTRACTION_METHODS);
}

/** @throws {RewardError} for a name or a value that there is not */
export function checkExtractOptions(options: ExtractOptions): void {
  checkObject("the options of extraction", options, "an object");
  for (const [name, value] of Object.entries(options) as [keyof ExtractOptions, unknown][]) {
    checkName("option of extraction", name, NAMES);
    if (value === undefined) continue;
    if (name === "methods") checkMethods(value as readonly string[]);
    else checkChoice(name, value, VALUES[name]);
  }
}

/**
 * The options that a preset names, or those that are given.
 *
 * @throws {RewardError} `bad_options` for a name or a value that there is not
 */
export function resolveExtract(extract: ExtractPreset | ExtractOptions): ExtractOptions {
  if (typeof extract !== "string") {
    checkExtractOptions(extract);
    return extract;
  }
  checkName("preset of extraction", extract, Object.keys(EXTRACT_PRESETS));
  return EXTRACT_PRESETS[extract];
}
