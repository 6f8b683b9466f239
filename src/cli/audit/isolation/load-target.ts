import { createRollout, createTask, toCompletion, toReward } from "../../../core/index.js";
import type { RewardFunction, RewardLike } from "../../../core/index.js";
import { scoreGroups } from "../../../score/index.js";
import { builtinRewards, importModule } from "../../../server/index.js";
import type { VerifierItem, VerifierScore, VerifierTarget } from "../../../testing/index.js";
import { TargetFailure } from "../target-failure.js";
import type { InitializeParams } from "./protocol.js";

/** Columns in which references stand. */
const GOLD_COLUMNS = ["solution", "answer", "ground_truth", "reference", "target"] as const;

type Columns = Readonly<Record<string, string>>;

/** What a target is, as a function that can be asked. */
export async function loadVerifier({ target, goldColumn }: InitializeParams): Promise<VerifierTarget> {
  const columnsOf = (gold: string): Columns =>
    Object.fromEntries((goldColumn === null ? GOLD_COLUMNS : [goldColumn]).map((name) => [name, gold]));
  if (target.type === "builtin") {
    const factory = builtinRewards.find(({ info }) => info.name === target.name);
    if (factory === undefined) throw new TargetFailure(`there is no reward named ${target.name}`);
    return verifierOf(factory() as RewardFunction, columnsOf);
  }
  if (target.type !== "module") throw new TargetFailure("this target is not loaded here");
  const module = await importModule(target.path);
  const exported = module[target.exported];
  if (exported === undefined) {
    throw new TargetFailure(
      `${target.path} exports no ${target.exported}, but ${Object.keys(module).join(", ")}`,
    );
  }
  return toVerifier(exported, columnsOf);
}

/** A reward or its factory, a verifier of many, or a function of completion and reference. */
function toVerifier(exported: unknown, columnsOf: (gold: string) => Columns): VerifierTarget {
  const isObject = typeof exported === "object" && exported !== null;
  if (isObject && "scoreBatch" in exported) return exported as VerifierTarget;
  if (isObject) return verifierOf(exported as RewardLike, columnsOf);
  if (typeof exported !== "function") throw new TargetFailure(`a ${typeof exported} is no reward`);
  if ("info" in exported) return verifierOf((exported as unknown as () => RewardLike)(), columnsOf);
  return exported as VerifierTarget;
}

const NEVER = new AbortController().signal;

/** The reward as a verifier. What it throws comes through, where the library would make a system fault of it. */
function verifierOf(like: RewardLike, columnsOf: (gold: string) => Columns): VerifierTarget {
  const reward = toReward(like);
  const ask = async ({ completion, gold, prompt }: VerifierItem): Promise<VerifierScore> => {
    const task = createTask(columnsOf(gold), prompt);
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
