import {
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  listItem,
  listItems,
  unusableReference,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/** Columns of {@link listMatch}. */
export interface ListColumns {
  /** The items, or one text that lists them. */
  readonly solution: string | number | readonly (string | number)[] | null;
}

/** Options of {@link listMatch}. */
export interface ListMatchOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "eval-protocol";
  /** Whether items have to stand in the order of the solution. @default "free" */
  readonly order?: "free" | "kept";
  /** Whether it matters how often an item stands. @default "count" */
  readonly duplicates?: "count" | "ignore";
  /**
   * `exact`: 1 for the whole list. `fraction`: the items that are right over the length of the longer list. `f1`:
   * twice the items that are right over the length of both lists.
   * @default "exact"
   */
  readonly credit?: "exact" | "fraction" | "f1";
}

function readItems(solution: unknown): readonly string[] | null {
  const isScalar =
    typeof solution === "string" || (typeof solution === "number" && Number.isFinite(solution));
  if (isScalar) return listItems(String(solution));
  if (!Array.isArray(solution)) return null;
  const items = solution as readonly unknown[];
  const isUsable = items.every((item) => typeof item === "string" || Number.isFinite(item));
  return isUsable ? items.map((item) => listItem(String(item))).filter((item) => item !== "") : null;
}

function countShared(answer: readonly string[], expected: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of answer) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(item, count - 1);
  }
  return shared;
}

const countInPlace = (answer: readonly string[], expected: readonly string[]): number =>
  answer.filter((item, i) => item === expected[i]).length;

type Credit = NonNullable<ListMatchOptions["credit"]>;

/** From how many items are right, and the lengths of both lists. */
const CREDITS: Readonly<Record<Credit, (right: number, stated: number, expected: number) => number>> = {
  exact: (right, stated, expected) => Number(right === stated && right === expected),
  fraction: (right, stated, expected) => right / Math.max(stated, expected),
  f1: (right, stated, expected) => (2 * right) / (stated + expected),
};

/**
 * How much of the list in the column `solution` the answer states: 1 for the whole list and nothing else.
 *
 * Items are compared as numbers where they are decimals, else as text without regard to case. Items that the solution
 * does not have cost as much as missing ones, so listing candidates does not pay. Range 0 to 1; `null` if the solution
 * lists nothing. eval-protocol's `list_comparison_math_reward` is the preset `eval-protocol`.
 */
export const listMatch: RewardFactory<RolloutReward<ListColumns>, ListMatchOptions> = defineReward({
  name: "list_match",
  summary: "1 if the answer lists the solution's items and no others, else 0 or a share.",
  family: "math",
  source: "eval-protocol (list_comparison_math_reward).",
  range: [0, 1],
  columns: ["solution"],
  options: {
    ...extractionSchema("auto"),
    order: {
      enum: ["free", "kept"],
      default: "free",
      description: "Whether items have to stand in the order of the solution.",
    },
    duplicates: {
      enum: ["count", "ignore"],
      default: "count",
      description: "Whether it matters how often an item stands.",
    },
    credit: {
      enum: ["exact", "fraction", "f1"],
      default: "exact",
      description: "What a list that is right in part earns.",
    },
  },
  presets: { "eval-protocol": { duplicates: "ignore" } },
  rollout: (options: ListMatchOptions) => {
    const { order = "free", duplicates = "count", credit = "exact" } = options;
    const read = answerReader(options, "auto");
    const once = (items: readonly string[]): readonly string[] =>
      duplicates === "ignore" ? [...new Set(items)] : items;
    const countRight = order === "free" ? countShared : countInPlace;
    return ({ task, completion }) => {
      const expected = readItems(task.columns.solution);
      if (expected === null || expected.length === 0) return unusableReference("not_a_list");
      const [stated, wanted] = [once(listItems(read(completion.text) ?? "")), once(expected)];
      return CREDITS[credit](countRight(stated, wanted), stated.length, wanted.length);
    };
  },
});
