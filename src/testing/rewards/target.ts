import { wrongInput } from "../../core/index.js";
import type { RewardRange } from "../verifier/range.js";
import {
  askInTurns,
  errorMessage,
  isIsolated,
  patiently,
  type IsolatedVerifier,
  type Outcome,
  type Score,
  toOutcome,
  type VerifierItem,
} from "../verifier/target.js";

/** A completion as rewards of this library take it. */
interface TestedCompletion {
  readonly text: string;
  readonly tokenCount: number;
  readonly tokenIds: readonly number[];
}

interface TestedTask {
  readonly prompt: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

interface Context {
  readonly signal: AbortSignal;
}

/** A reward in this library's shape, whatever columns it reads. */
export type TestedReward = {
  /** What it declares of its scores. */
  readonly range?: RewardRange;
} & (
  | { readonly kind: "rollout" | "group"; readonly score: (asked: never, context: never) => unknown }
  | TestedComposite
);

/** A reward that is made of others. */
interface TestedComposite {
  readonly kind: "composite";
  readonly parts: readonly TestedReward[];
  readonly combine: (scores: readonly (number | null)[]) => number | null;
}

/** A function of completions, with the columns of their rows beside them, as trainers call it. */
export type BatchReward = (
  completions: string[],
  columns: Readonly<Record<string, readonly unknown[]>>,
) => unknown;

/** A reward under test: one of this library's shape, or a function of completions; or what tells scores elsewhere. */
export type RewardTarget = TestedReward | BatchReward | IsolatedVerifier;

/** The column that holds the scores of a composition's parts, where it is asked for no more than what it makes of them. */
export const PART_SCORES = "scores of the parts";

/** Tokens for rewards that count or compare them: one for each run without white space, the same for the same text. */
export function tokenIdsOf(text: string): readonly number[] {
  return Array.from(text.matchAll(/\S+/g), ([token]) => {
    let id = 0;
    for (let i = 0; i < token.length; i++) id = (Math.imul(id, 31) + token.charCodeAt(i)) >>> 0;
    return id;
  });
}

function completionOf({ completion: text }: VerifierItem): TestedCompletion {
  const tokenIds = tokenIdsOf(text);
  return { text, tokenCount: tokenIds.length, tokenIds };
}

const taskOf = (item: VerifierItem | undefined): TestedTask => ({
  prompt: item?.prompt ?? "",
  columns: structuredClone(item?.columns ?? {}),
});

/** The columns of a batch: one value for each completion. */
function columnsOf(items: readonly VerifierItem[]): Record<string, unknown[]> {
  const names = new Set(items.flatMap(({ columns = {} }) => Object.keys(columns)));
  const columns: Record<string, unknown[]> = { prompt: items.map(({ prompt }) => prompt) };
  for (const name of names) columns[name] = items.map((item) => structuredClone(item.columns?.[name]));
  return columns;
}

/** A list of one score for each completion, whatever came back. */
function listed(scores: unknown, count: number): readonly unknown[] {
  if (Array.isArray(scores) && scores.length === count) return scores as readonly unknown[];
  const found = Array.isArray(scores) ? `${scores.length} scores` : "no list";
  throw new TypeError(`${found} for ${count} completions`);
}

const scoreOf = (outcome: unknown): number | null => {
  const read = toOutcome(outcome);
  return read.type === "score" ? read.score : NaN;
};

type Given = readonly [task: TestedTask, completions: TestedCompletion[]][];

/** What is handed to a reward: rollouts with a task each, or one group. */
const given = (reward: TestedReward, items: readonly VerifierItem[]): Given =>
  comparesGroup(reward)
    ? [[taskOf(items[0]), items.map(completionOf)]]
    : items.map((item) => [taskOf(item), [completionOf(item)]]);

/** Whether a reward, or a part of it, compares the completions of a group. */
const comparesGroup = (reward: TestedReward): boolean =>
  reward.kind === "group" || (reward.kind === "composite" && reward.parts.some(comparesGroup));

async function run(
  reward: TestedReward,
  task: TestedTask,
  completions: TestedCompletion[],
  context: Context,
): Promise<readonly unknown[]> {
  if (reward.kind !== "composite") {
    const score = reward.score as (asked: unknown, context: Context) => unknown;
    if (reward.kind === "group")
      return listed(await score({ task, completions }, context), completions.length);
    const scores: unknown[] = [];
    for (const completion of completions) scores.push(await score({ task, completion }, context));
    return scores;
  }
  const drawn = task.columns[PART_SCORES] as readonly (number | null)[] | undefined;
  if (drawn !== undefined) return [reward.combine(drawn)];
  const parts: (readonly unknown[])[] = [];
  for (const part of reward.parts) parts.push(await run(part, task, completions, context));
  return completions.map((_, i) => reward.combine(parts.map((scores) => scoreOf(scores[i]))));
}

/** The call, with the things that it may read but not change. */
interface Call {
  readonly inputs: unknown;
  readonly start: () => Promise<readonly unknown[]>;
}

function callOf(target: TestedReward | BatchReward, items: readonly VerifierItem[]): Call {
  if (typeof target === "function") {
    const inputs = [items.map(({ completion }) => completion), columnsOf(items)] as const;
    return { inputs, start: async () => listed(await target(...inputs), items.length) };
  }
  const inputs = given(target, items);
  // The scorer of this library hands out one signal for a batch.
  const context = { signal: new AbortController().signal };
  return {
    inputs,
    start: async () => {
      const scores: unknown[] = [];
      for (const [task, completions] of inputs)
        scores.push(...(await run(target, task, completions, context)));
      return scores;
    },
  };
}

export const isReward = (target: unknown): target is TestedReward =>
  typeof target === "object" && target !== null && "kind" in target;

/** @throws {RewardError} `bad_input` for what is no reward */
export function checkRewardTarget(target: unknown): asserts target is RewardTarget {
  if (typeof target === "function" || isIsolated(target) || isReward(target)) return;
  throw wrongInput("the reward", "a reward, or a function of completions and columns", target);
}

/** How a reward is asked, where that cannot be told from the outside. */
export interface RewardTraits {
  readonly range: RewardRange;
  readonly isGroup: boolean;
  /** Of how many rewards it is made; 1 if it is no composition. */
  readonly parts: number;
}

/** What a reward says of itself; a function says nothing. */
export const traitsOf = (target: TestedReward | BatchReward): RewardTraits =>
  typeof target === "function"
    ? { range: [null, null], isGroup: false, parts: 1 }
    : {
        range: target.range ?? [null, null],
        isGroup: comparesGroup(target),
        parts: target.kind === "composite" ? target.parts.length : 1,
      };

/** Scores, with an outcome for whatever the reward does. */
function scorer(target: TestedReward | BatchReward, limitMs: number): Score {
  return async (items, patience = 1) => {
    const { inputs, start } = callOf(target, items);
    const before = JSON.stringify(inputs);
    const started = performance.now();
    try {
      const scores = await start();
      if (performance.now() - started > limitMs * patience) return items.map(() => ({ type: "hang" }));
      const hasChangedInput = JSON.stringify(inputs) !== before;
      return scores.map((score): Outcome => {
        const outcome = toOutcome(score);
        return outcome.type === "score" ? { ...outcome, hasChangedInput } : outcome;
      });
    } catch (error) {
      return items.map(() => ({ type: "crash", message: errorMessage(error) }));
    }
  };
}

/** The reward as the kit asks it: its items become completions with tasks, its scores outcomes. */
export function isolatedReward(target: RewardTarget, limitMs: number): IsolatedVerifier {
  if (isIsolated(target)) return target;
  const score = patiently(scorer(target, limitMs), limitMs);
  return {
    lanes: 1,
    listLength: 1,
    isHere: true,
    judge: async (questions) => {
      const outcomes: (readonly Outcome[])[] = [];
      for (const question of questions) outcomes.push(await askInTurns(score, question));
      return outcomes;
    },
  };
}
