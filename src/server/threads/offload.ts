import type { RewardFunction } from "../../core/index.js";
import { builtinRewards } from "../../rewards/index.js";
import type { Registry } from "../../rewards/registry.js";
import { leavesOf, type Offload } from "../../score/index.js";
import { leavesOfSpec, type RewardSpec } from "../../spec/index.js";
import type { WireBatch } from "../columns.js";
import { shareCompletions } from "../completions.js";
import type { Arena } from "../frames/arenas.js";
import type { Task } from "./job.js";
import type { Threads } from "./threads-on-demand.js";

/** A request, as far as its scoring in threads goes. */
interface Request {
  readonly registry: Registry;
  readonly sum: RewardFunction;
  readonly params: WireBatch & { readonly rewards: readonly RewardSpec[] };
}

let names: ReadonlySet<string> | undefined;
const builtinNames = (): ReadonlySet<string> =>
  (names ??= new Set(builtinRewards.map(({ info }) => info.name)));

/** Whether some code in the request is not ours: it may hold its thread for good, or end it. */
function isForeign({ params }: Request): boolean {
  const known = builtinNames();
  return params.rewards.some((spec) => leavesOfSpec(spec).some(({ name }) => !known.has(name)));
}

/** Whether mathjs and nerdamer are asked: they run in threads of their own, but share the memory of the process. */
function asksEngines(spec: unknown): boolean {
  if (typeof spec !== "object" || spec === null) return false;
  return Object.entries(spec).some(
    ([name, value]) => (name === "engines" && value === true) || asksEngines(value),
  );
}

/** The part of a task that its leaves have in common. */
function taskOf(
  { params: { rewards: specs, columns, groups, ...given } }: Request,
  allocate: (size: number) => SharedArrayBuffer,
): Omit<Task, "leaf"> {
  const shared = shareCompletions(given, allocate);
  return { specs, ...shared, columns: { ...(columns && { columns }), ...(groups && { groups }) } };
}

/** The way of a request to the threads. */
export interface ThreadOffload extends Offload {
  /** No thread reads its texts any more: their memory may be used for those of another. */
  readonly recycle: () => void;
}

/** Work that would take so long is worth its way to the threads; to those that have not started yet, so long. */
const WORTH_MS = 20;
const WORTH_A_START_MS = 150;

/**
 * Has the threads score rewards that are not built in, and of built-in ones what would take long; and processes those
 * that ask for symbolic engines. Rewards that see to their own limits wait for others, and stay where they are.
 */
export function offloadTo(threads: Threads, request: Request): ThreadOffload {
  const isApart = threads.isolation === "process" && request.params.rewards.some(asksEngines);
  const isElsewhere = threads.count > 0 && (isApart || isForeign(request));
  const leaves = leavesOf(request.sum);
  let task: Omit<Task, "leaf"> | undefined;
  let arena: Arena | null = null;
  const allocate = (size: number): SharedArrayBuffer => {
    arena = threads.arenas.take(size);
    return arena?.bytes ?? new SharedArrayBuffer(size);
  };
  return {
    recycle: () => arena?.recycle(),
    takesAll: ({ boundsItself = false }) => isElsewhere && !boundsItself,
    takesRest: ({ boundsItself = false }, msLeft) =>
      threads.count > 1 && !boundsItself && msLeft > (threads.haveStarted() ? WORTH_MS : WORTH_A_START_MS),
    run: (reward, units, limits) => {
      task ??= taskOf(request, allocate);
      const leaf = leaves.indexOf(reward as RewardFunction as never);
      return threads.run({ ...task, leaf }, units, limits);
    },
  };
}
