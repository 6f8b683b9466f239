import { stateAnswer, writeReference } from "../completions/place.js";
import type { AnswerKind } from "../answers/index.js";
import type { VerifierPolicy } from "../policy.js";
import type { Case, Cell, LawId } from "./case.js";
import type { VerifierItem } from "./target.js";

/** What suites make their cases with. */
export interface SuiteContext {
  readonly policy: VerifierPolicy;
  readonly kinds: readonly AnswerKind[];
  /** States an answer in the first place of the policy. */
  readonly state: (answer: string) => string;
  readonly item: (completion: string, gold: string) => VerifierItem;
}

const PROMPT = "What is the value? For example, the answer to 1 + 1 is \\boxed{2}.";

export const createContext = (policy: VerifierPolicy, kinds: readonly AnswerKind[]): SuiteContext => ({
  policy,
  kinds,
  state: (answer) => stateAnswer(answer, policy.extraction[0] ?? "boxed"),
  item: (completion, gold) => ({
    completion,
    gold: writeReference(gold, policy.reference),
    prompt: PROMPT,
  }),
});

/** A law on an entry of its own. */
export const cell = (law: LawId, title: string, kind: string, draw: Cell["draw"]): Cell => ({
  law,
  id: `${law}: ${title}`,
  title,
  kind,
  draw,
});

/** A case whose simpler ones are made in the same way from simpler things. */
export function caseOf<Thing>(
  thing: Thing,
  make: (thing: Thing) => Omit<Case, "simpler">,
  simplerThings: (thing: Thing) => Iterable<Thing>,
): Case {
  return {
    ...make(thing),
    *simpler() {
      for (const simpler of simplerThings(thing)) yield caseOf(simpler, make, simplerThings);
    },
  };
}
