import { builtinRewards } from "../../rewards/index.js";

/** Whether a reward approves of a completion that it gives a score. */
export type Approves = (reward: string, score: number) => boolean;

/**
 * A score approves in the upper half of the range that a built-in reward of this name declares.
 *
 * @param threshold for all other rewards: a score above it approves
 */
export function approval(threshold: number): Approves {
  const middles = new Map<string, number>();
  for (const { info } of builtinRewards) {
    const [least, most] = info.range ?? [null, null];
    if (least !== null && most !== null) middles.set(info.name, (least + most) / 2);
  }
  return (reward, score) => score > (middles.get(reward) ?? threshold);
}
