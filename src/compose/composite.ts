import type { CompositeReward, RewardFunction, Score } from "../core/index.js";

/** A composition of parts, whose columns its caller knows. */
export function composite<C extends object>(
  name: string,
  parts: readonly RewardFunction<never>[],
  combine: (scores: readonly Score[]) => Score,
  more: Pick<CompositeReward, "needs" | "isRequired"> = {},
): CompositeReward<C> {
  return { kind: "composite", name, parts: parts as readonly RewardFunction<C>[], combine, ...more };
}
