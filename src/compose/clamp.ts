import {
  type AnyReward,
  type ColumnsOf,
  type CompositeReward,
  RewardError,
  toReward,
} from "../core/index.js";
import { checkNames } from "./check-options.js";
import { composite } from "./composite.js";

/** Options of {@link clamp}: at least one bound. */
export interface ClampOptions {
  readonly min?: number;
  readonly max?: number;
}

/**
 * The score of a reward, held between `min` and `max`. `null` stays `null`.
 *
 * @throws {RewardError} `bad_options` if there is no bound, one is NaN, or `min` is above `max`
 */
export function clamp<R extends AnyReward>(reward: R, options: ClampOptions): CompositeReward<ColumnsOf<R>> {
  checkNames("clamp", options, ["min", "max"]);
  const { min = -Infinity, max = Infinity } = options;
  if (!(min <= max) || (min === -Infinity && max === Infinity)) {
    throw new RewardError(
      "bad_options",
      `clamp needs min, max or both, min <= max; it has ${min} and ${max}.`,
    );
  }
  return composite("clamp", [toReward(reward)], ([score = null]) =>
    score === null ? null : Math.min(Math.max(score, min), max),
  );
}
