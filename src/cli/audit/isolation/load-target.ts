import { createRollout, createTask, toCompletion, toReward } from "../../../core/index.js";
import type { RewardFunction, RewardLike } from "../../../core/index.js";
import { scoreGroups } from "../../../score/index.js";
import { builtinRewards, importModule } from "../../../server/index.js";
import {
  type BatchReward,
  isolated,
  type IsolatedVerifier,
  type TestedReward,
  type VerifierItem,
  type VerifierScore,
  type VerifierTarget,
} from "../../../testing/index.js";
import { isolatedReward, type RewardTraits, traitsOf } from "../../../testing/rewards/target.js";
import { TargetFailure } from "../target-failure.js";
import { goldColumns } from "./gold-columns.js";
import type { InitializeParams } from "./protocol.js";

/** A target as it is asked in this process. */
export interface LoadedTarget {
  readonly isolated: IsolatedVerifier;
  /** What a reward says of itself. */
  readonly traits?: RewardTraits;
}

/** A factory of rewards, which its `info` tells from other functions. */
type Factory = (options?: object) => RewardFunction;

/** @throws {TargetFailure} if the target cannot be loaded, or is of another shape */
export async function loadTarget(params: InitializeParams, limitMs: number): Promise<LoadedTarget> {
  const exported = await load(params);
  if (params.as === "verifier") return { isolated: isolated(toVerifier(exported, params), limitMs) };
  const reward = await toTestedReward(exported, params);
  return { isolated: isolatedReward(reward, limitMs), traits: traitsOf(reward) };
}

/** What the target names: a reward, its factory, or a function. */
async function load({ target, options }: InitializeParams): Promise<unknown> {
  if (target.type === "builtin") {
    const factory = builtinRewards.find(({ info }) => info.name === target.name);
    if (factory === undefined) throw new TargetFailure(`there is no reward named ${target.name}`);
    return make(factory as Factory, options);
  }
  if (target.type !== "module") throw new TargetFailure("this target is not loaded here");
  const module = await importModule(target.path);
  const exported = module[target.exported];
  if (exported === undefined || (target.exported === "default" && isNamespace(exported, module))) {
    throw new TargetFailure(
      `${target.path} exports no ${target.exported}, but ${Object.keys(module).join(", ")}: name one behind a #`,
    );
  }
  return typeof exported === "function" && "info" in exported
    ? make(exported as unknown as Factory, options)
    : exported;
}

/** Whether what stands for a default export, of a module without one, is all of its exports. */
const isNamespace = (exported: unknown, module: Readonly<Record<string, unknown>>): boolean =>
  isObject(exported) &&
  Object.entries(exported).every(([name, value]) => name !== "default" && module[name] === value);

const make = (factory: Factory, options: object | null): RewardFunction =>
  options === null ? factory() : factory(options);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** A reward, a verifier of many, or a function of completion and reference. */
function toVerifier(exported: unknown, { goldColumn }: InitializeParams): VerifierTarget {
  if (isObject(exported) && "scoreBatch" in exported) return exported as VerifierTarget;
  if (isObject(exported)) return verifierOf(exported as RewardLike, goldColumn);
  if (typeof exported !== "function") throw new TargetFailure(`a ${typeof exported} is no reward`);
  return exported as VerifierTarget;
}

/** A reward of this library's shape, or a function of completions and columns, which is tried at once. */
async function toTestedReward(
  exported: unknown,
  { probe }: InitializeParams,
): Promise<TestedReward | BatchReward> {
  if (isObject(exported) && "kind" in exported) return exported as TestedReward;
  if (typeof exported !== "function") {
    throw new TargetFailure("this is no reward; what judges an answer is audited with --kind verifier");
  }
  const reward = exported as BatchReward;
  const columns = Object.entries({ prompt: probe.prompt, ...probe.columns });
  const scores = await reward(
    [probe.completion],
    Object.fromEntries(columns.map(([name, value]) => [name, [value]])),
  );
  if (Array.isArray(scores)) return reward;
  throw new TargetFailure(
    "it returned no list of scores: a reward is a function (completions, columns) => scores; " +
      "a function (completion, reference) => score is audited with --kind verifier",
  );
}

const NEVER = new AbortController().signal;

/** The reward as a verifier. What it throws comes through, where the library would make a system fault of it. */
function verifierOf(like: RewardLike, goldColumn: string | null): VerifierTarget {
  const reward = toReward(like);
  const ask = async ({ completion, gold, prompt }: VerifierItem): Promise<VerifierScore> => {
    const task = createTask(goldColumns(gold, goldColumn), prompt);
    const input = toCompletion(completion);
    if (reward.kind === "rollout") return reward.score(createRollout(task, input), { signal: NEVER });
    if (reward.kind === "group") {
      const outcomes = await reward.score({ task, completions: [input] }, { signal: NEVER });
      return outcomes[0] as VerifierScore;
    }
    const { rewards } = await scoreGroups([{ prompt, columns: task.columns, completions: [input] }], reward);
    return rewards[0]?.[0] ?? null;
  };
  return (completion, gold, { prompt }) => ask({ completion, gold, prompt });
}
