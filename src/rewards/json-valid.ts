import type { RolloutReward } from "../core/index.js";
import { isJsonList, isJsonObject, jsonPart, parseJson } from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { JSON_PLACE_SCHEMA, type JsonPlaceOptions } from "./json-options.js";

/** Options of {@link jsonValid}. */
export interface JsonValidOptions extends JsonPlaceOptions {
  /** What it is: an object or a list, one of them, or any value. @default "container" */
  readonly root?: "container" | "object" | "list" | "any";
}

const ROOTS = ["container", "object", "list", "any"] as const;

/**
 * 1 if the answer is JSON (RFC 8259), else 0. Range 0 to 1.
 *
 * The `ValidJSON` of autoevals without a schema: numbers and strings are no answer, unless `root` says so. `NaN`, comments
 * and trailing commas are no JSON, nor is what is nested more than 100 deep.
 */
export const jsonValid: RewardFactory<RolloutReward, JsonValidOptions> = defineReward({
  name: "json_valid",
  summary: "1 if the answer is JSON, else 0.",
  source: "autoevals (ValidJSON); IFEval (detectable_format:json_format).",
  family: "structure",
  range: [0, 1],
  options: {
    ...JSON_PLACE_SCHEMA,
    root: { enum: ROOTS, default: "container", description: "What the JSON is as a whole." },
  },
  rollout: ({ place = "auto", tag = "answer", root = "container" }: JsonValidOptions) => {
    return ({ completion }) => {
      const value = parseJson(jsonPart(completion.text, place, tag) ?? "");
      if (value === undefined) return 0;
      if (isJsonObject(value)) return Number(root !== "list");
      return Number(isJsonList(value) ? root !== "object" : root === "any");
    };
  },
});
