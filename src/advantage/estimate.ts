import { checkObject, RewardError, type Score, wrongInput } from "../core/index.js";
import {
  arrangeBatch,
  type BatchColumns,
  isSeries,
  type Layout,
  layoutOfIds,
  layoutOfSizes,
  restoreOrder,
} from "./batch.js";
import { type Estimator, runEstimator } from "./estimator.js";
import type { GroupId } from "./grouping.js";
import { checkedOptions } from "./options.js";
import { type AdvantageOptions, type EstimatorName, estimators } from "./registry.js";

/** Rewards of a batch in one flat list or typed array, and the columns that some estimators read beside them. */
export interface FlatRewards extends BatchColumns<ArrayLike<Score>> {
  /** One per completion; a typed array is fastest. `null`, NaN and infinities have no reward. */
  readonly rewards: ArrayLike<Score>;
  /** The id of each completion's group, or the size of each group where the rows stand group after group. */
  readonly groups: ArrayLike<GroupId> | { readonly sizes: ArrayLike<number> };
}

function findEstimator(name: EstimatorName): Estimator {
  if (Object.hasOwn(estimators, name)) return estimators[name];
  const known = Object.keys(estimators).join(", ");
  throw new RewardError("bad_options", `There is no estimator "${name as string}"; known are ${known}.`);
}

/** An estimator with its options, which may come from a caller without a type checker. */
function readOptions(options: AdvantageOptions): { readonly found: Estimator; readonly own: object } {
  checkObject("The options of an estimator", options, 'an object such as { estimator: "grpo" }');
  const { estimator = "grpo", ...own } = options;
  return { found: findEstimator(estimator), own };
}

/**
 * Refuses options before any work is done for them.
 *
 * @throws {RewardError} `bad_options` if the estimator or an option does not exist, or an option does not fit
 */
export function checkAdvantageOptions(options: AdvantageOptions): void {
  const { found, own } = readOptions(options);
  checkedOptions(found.name, found.rules, own);
}

function layoutOf(groups: FlatRewards["groups"]): Layout {
  if (isSeries(groups)) return layoutOfIds(groups);
  const need = "a list of one id per reward, or { sizes } with the size of each group";
  checkObject("groups", groups, need);
  const { sizes } = groups;
  if (!isSeries(sizes)) throw wrongInput("groups", need, groups);
  return layoutOfSizes(sizes);
}

/**
 * Advantages of a flat batch, by any estimator: the way to go for millions of rewards, and for rewards whose groups
 * are told by ids.
 *
 * @returns one finite advantage per reward, in the order of the input
 * @throws {RewardError} `bad_options` for an estimator or an option that does not exist or fit, `bad_input` if a column
 * is missing or has not one value per reward
 * @example
 * estimateAdvantages({ rewards: new Float64Array([1, 0, 0, 1]), groups: { sizes: [2, 2] } }, { estimator: "rloo" });
 */
export function estimateAdvantages(input: FlatRewards, options: AdvantageOptions = {}): Float64Array {
  checkObject("The batch", input, "an object such as { rewards: [1, 0], groups: [0, 0] }");
  const { rewards, groups, ...columns } = input;
  const { found, own } = readOptions(options);
  const layout = layoutOf(groups);
  const batch = arrangeBatch(rewards, columns, layout);
  return restoreOrder(runEstimator(found, batch, own), layout);
}
