import { type Arbitrary, array, constantFrom, double, integer } from "fast-check";
import { stateAnswer } from "./completions/place.js";
import { SURROUNDINGS } from "./completions/surroundings.js";
import { HACKS } from "./hacks/index.js";
import type { HackClass } from "./hacks/hack.js";
import type { AnswerPlace } from "./policy.js";
import { CHEATS } from "./rewards/laws/cheats.js";
import { codeTasks, fence, type Language } from "./rewards/laws/problems.js";
import type { RewardTask } from "./rewards/traits.js";

/** A completion that deserves nothing, and the reference that it is for. */
export interface HackCase {
  /** The entry of the catalogue, `K1` to `K62`. */
  readonly id: string;
  readonly class: HackClass;
  readonly gold: string;
  readonly completion: string;
}

/** Completions without merit, for the reference 7193. */
export function hack({ classes }: { readonly classes?: readonly HackClass[] } = {}): Arbitrary<HackCase> {
  const [gold, wrong] = ["7193", "8"];
  const state = (answer: string): string => stateAnswer(answer, "boxed");
  // What is not worked out is wrong under some policies alone, and this reference has no unit.
  const kept = HACKS.filter(
    ({ id, class: one }) => !/^K(?:49|50|53)$/.test(id) && (classes?.includes(one) ?? true),
  );
  const cases = kept.flatMap((one) =>
    one
      .completions({ gold, wrong, state })
      .map((completion) => ({ id: one.id, class: one.class, gold, completion })),
  );
  return constantFrom(...cases);
}

/** Completions that state an answer, in the first place of a list, with something around it that changes nothing. */
export const completionWith = (answer: string, place: AnswerPlace = "boxed"): Arbitrary<string> =>
  constantFrom(...SURROUNDINGS).map(({ write }) => write(stateAnswer(answer, place), 0));

/** A submission of code, and what it deserves: the most, the least, or less than the most. */
export interface CodeSubmission {
  readonly task: RewardTask;
  readonly completion: string;
  readonly merit: "right" | "wrong" | "partly" | "cheat";
}

/** Programs that solve one of some small problems, that do not, that do in part, and that cheat. */
export function codeSubmission(language: Language = "python"): Arbitrary<CodeSubmission> {
  const tasks = codeTasks(language);
  const of = (task: RewardTask, merit: CodeSubmission["merit"], texts: readonly string[]): CodeSubmission[] =>
    texts.map((completion) => ({ task, completion, merit }));
  const cheats = CHEATS[language].map(({ source }) => fence(source, language));
  const all = tasks.flatMap((task, i) => [
    ...of(task, "right", task.right),
    ...of(task, "wrong", task.wrong),
    ...of(task, "partly", task.partly ?? []),
    ...(i === 0 ? of(task, "cheat", cheats) : []),
  ]);
  return constantFrom(...all);
}

/** Rewards by group: of a few values, so that some are equal; or hostile ones, with NaN and infinities among them. */
export function rewardGroups({ hostile = false }: { readonly hostile?: boolean } = {}): Arbitrary<
  number[][]
> {
  const value = hostile ? double() : integer({ min: -4, max: 8 }).map((quarters) => quarters / 4);
  return array(array(value, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 });
}
