import { type RewardResult, type RolloutReward, undetermined } from "../core/index.js";
import {
  compareJson,
  type FieldCounts,
  isJsonList,
  isJsonObject,
  type JsonComparison,
  jsonPart,
  parseJson,
  toJson,
} from "../text/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { JSON_PLACE_SCHEMA, type JsonPlaceOptions } from "./json-options.js";

/** The reference of a row: an object or a list, or the JSON text of one. */
export interface JsonSolutionColumns {
  readonly solution: unknown;
}

/** Options of {@link jsonMatch}. */
export interface JsonMatchOptions extends Partial<JsonComparison>, JsonPlaceOptions {
  /** What is measured over the fields; `exact` is 1 if all are the same. @default "f1" */
  readonly metric?: "f1" | "precision" | "recall" | "exact";
}

const METRICS: Readonly<Record<string, (counts: FieldCounts) => number>> = {
  f1: ({ candidate, reference, matched }) => (2 * matched) / (candidate + reference),
  precision: ({ candidate, matched }) => matched / candidate,
  recall: ({ reference, matched }) => matched / reference,
  exact: ({ candidate, reference, matched }) => Number(matched === candidate && matched === reference),
};

/**
 * How many fields of the answer's JSON are those of the reference in `solution`: their F1, precision or recall. Range 0
 * to 1. `null` if the reference is no JSON object or list.
 *
 * A field is a scalar, or an empty object or list, under its path of keys. Numbers are compared by value, and exactly:
 * `1.0` is `1`, and no digit of a long one is lost if the reference is JSON text. `true` is not `1`, nor `"1"`. Of
 * several members with one key the last counts. A recall alone is earned by listing everything.
 *
 * Information extraction as in the `JSONDiff` of autoevals, which compares texts by their edit distance instead.
 */
export const jsonMatch: RewardFactory<RolloutReward<JsonSolutionColumns>, JsonMatchOptions> = defineReward({
  name: "json_match",
  summary: "The F1, precision or recall of the fields of the answer's JSON against the solution's.",
  source: "autoevals (JSONDiff); slot F1 of information extraction.",
  family: "structure",
  range: [0, 1],
  columns: ["solution"],
  extra: ["precision", "recall"],
  options: {
    metric: {
      enum: Object.keys(METRICS),
      default: "f1",
      description: "What is measured over the fields, or whether all must be the same.",
    },
    strings: {
      enum: ["exact", "normalized"],
      default: "exact",
      description: "Whether strings may differ in case, width and white space.",
    },
    lists: {
      enum: ["ordered", "unordered"],
      default: "ordered",
      description: "Whether the items of a list are compared in their order, or as they fit.",
    },
    ...JSON_PLACE_SCHEMA,
  },
  rollout: ({ metric = "f1", strings = "exact", lists = "ordered", place, tag }: JsonMatchOptions) => {
    const measure = METRICS[metric] as (counts: FieldCounts) => number;
    return ({ task, completion }): RewardResult => {
      const reference = toJson(task.columns.solution);
      if (!isJsonObject(reference) && !isJsonList(reference)) {
        return { score: null, verdict: undetermined("reference", "no_json") };
      }
      const candidate = parseJson(jsonPart(completion.text, place, tag) ?? "");
      if (candidate === undefined) return { score: 0, verdict: undetermined("candidate", "no_json") };
      const counts = compareJson(candidate, reference, { strings, lists });
      const { precision, recall } = METRICS;
      return {
        score: measure(counts),
        extra: { precision: precision?.(counts) ?? 0, recall: recall?.(counts) ?? 0 },
      };
    };
  },
});
