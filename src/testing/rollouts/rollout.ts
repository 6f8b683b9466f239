import { checkObject, checkText, wrongInput } from "../../core/index.js";
import { createRandom } from "../random.js";
import type { VerifierItem } from "../verifier/target.js";

/** A completion that a policy sampled, as it stands in a log. */
export interface LoggedRollout {
  readonly completion: string;
  /** @default "" */
  readonly prompt?: string;
  /** What the target compares the completion with, if anything. */
  readonly reference?: string;
  /** The score that it was given; `null` for none. Left out where the log does not say. */
  readonly score?: number | null;
  /** The row of the data set, for rewards that read columns. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** The question that a rollout answers, with a completion of it. */
export const askedOf = (
  { prompt = "", reference = "", columns }: LoggedRollout,
  completion: string,
): VerifierItem => ({ completion, gold: reference, prompt, ...(columns && { columns }) });

/** A reference without what it is wrapped in, by which questions are told apart; the prompt, if there is none. */
export function questionOf({ reference, prompt = "" }: LoggedRollout): string {
  if (reference === undefined) return prompt;
  const bare = reference.replace(/[\s$]+/g, "");
  return /^\\boxed\{(.*)\}$/.exec(bare)?.[1] ?? bare;
}

const isIterable = (value: unknown): boolean =>
  typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);

function checkRollout(rollout: LoggedRollout): void {
  checkObject("a rollout", rollout, "an object with a completion");
  checkText("completion of a rollout", rollout.completion);
}

/** Rollouts drawn from a stream of any length, each as likely as any other: the same for a seed, in the stream's order. */
export async function sampleRollouts(
  rollouts: Iterable<LoggedRollout> | AsyncIterable<LoggedRollout>,
  count: number,
  seed: number,
): Promise<readonly LoggedRollout[]> {
  if (!isIterable(rollouts)) throw wrongInput("the rollouts", "a list, or a stream", rollouts);
  const random = createRandom(seed);
  const kept: { readonly at: number; readonly rollout: LoggedRollout }[] = [];
  let at = 0;
  for await (const rollout of rollouts) {
    checkRollout(rollout);
    const place = at < count ? at : random.below(at + 1);
    if (place < count) kept[place] = { at, rollout };
    at++;
  }
  return kept.sort((a, b) => a.at - b.at).map(({ rollout }) => rollout);
}
