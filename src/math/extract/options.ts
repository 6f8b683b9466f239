import { checkName, checkOptions, FLAG, listOf, type Needs, oneOf } from "../../core/index.js";
import { EXTRACT_PRESETS, type ExtractPreset } from "./presets.js";
import { EXTRACTION_METHODS, type ExtractOptions } from "./types.js";

const NEEDS: Needs<ExtractOptions> = {
  methods: listOf(...EXTRACTION_METHODS),
  thinking: oneOf("auto", "prefilled", "none"),
  several: oneOf("last", "reject"),
  lastNumber: FLAG,
};

/** @throws {RewardError} `bad_options` for a name or a value that there is not */
export const checkExtractOptions = (options: ExtractOptions): void =>
  checkOptions(options, NEEDS, "the options of extraction");

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
  checkName("preset", extract, Object.keys(EXTRACT_PRESETS));
  return EXTRACT_PRESETS[extract];
}
