import type { RewardFunction } from "../../core/index.js";
import { builtinRewards } from "../../rewards/index.js";
import type { Registry } from "../../rewards/registry.js";
import { leavesOf, type Offload } from "../../score/index.js";
import { partInfos, type RewardSpec } from "../../spec/index.js";
import type { WireBatch } from "../columns.js";
import { shareCompletions } from "../completions.js";
import type { Task } from "./job.js";
import type { ScoringThreads } from "./scoring-threads.js";

/** A request, as far as its scoring in threads goes. */
interface Request {
  readonly registry: Registry;
  readonly sum: RewardFunction;
  readonly params: WireBatch & { readonly rewards: readonly RewardSpec[] };
}

const builtinNames = (): Set<string> => new Set(builtinRewards.map(({ info }) => info.name));

/** Whether some code in the request is not ours: it may hold its thread for good, or end it. */
function isForeign({ registry, params }: Request): boolean {
  const known = builtinNames();
  return params.rewards.some((spec) => partInfos(spec, registry).some(({ name }) => !known.has(name)));
}

/** The part of a task that its leaves have in common. */
function taskOf({ params: { rewards: specs, columns, groups, ...given } }: Request): Omit<Task, "leaf"> {
  return {
    specs,
    ...shareCompletions(given),
    columns: { ...(columns && { columns }), ...(groups && { groups }) },
  };
}

/**
 * Has the threads score a request with rewards that are not built in. Rewards that see to their own limits wait for
 * others, and stay where they are.
 */
export function offloadTo(threads: ScoringThreads, request: Request): Offload | undefined {
  if (!isForeign(request)) return undefined;
  const leaves = leavesOf(request.sum);
  let task: Omit<Task, "leaf"> | undefined;
  return (reward, units, limits) => {
    if (reward.boundsItself) return null;
    task ??= taskOf(request);
    return threads.run({ ...task, leaf: leaves.indexOf(reward as RewardFunction as never) }, units, limits);
  };
}
