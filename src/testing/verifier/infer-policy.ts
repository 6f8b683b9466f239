import { checkOptions, FINITE, type Needs, POSITIVE } from "../../core/index.js";
import { ANSWER_PLACES, stateAnswer, writeReference } from "../completions/place.js";
import {
  type AnswerPlace,
  DEFAULT_VERIFIER_POLICY,
  type ReferenceForm,
  type VerifierPolicy,
} from "../policy.js";
import { isAccepted } from "./case.js";
import { CALL_TIMEOUT_MS } from "./check-options.js";
import { isolated, type Outcome, type Question, type VerifierTarget } from "./target.js";

export interface InferOptions {
  /** A score above it means that the answer is accepted. @default 0.5 */
  readonly threshold?: number;
  /** A call that takes longer, and does so again, hangs. A verifier that is isolated has a limit of its own. @default 1000 */
  readonly callTimeoutMs?: number;
}

const NEEDS: Needs<InferOptions> = { threshold: FINITE, callTimeoutMs: POSITIVE };

const FORMS: readonly ReferenceForm[] = ["bare", "dollars", "boxed"];

/** References, each with another answer. */
const PROBES: readonly (readonly [gold: string, other: string])[] = [
  ["\\frac{3}{7}", "\\frac{4}{7}"],
  ["12", "13"],
  ["x+1", "x+2"],
];

/**
 * In which places a verifier finds answers, in which form it reads references, and its range: where it tells a right answer from a
 * wrong one, with as many kinds of answers as may be. Nothing, if it never does.
 */
export async function inferPolicy(
  target: VerifierTarget,
  options: InferOptions = {},
): Promise<Partial<VerifierPolicy>> {
  checkOptions(options, NEEDS);
  const { threshold = DEFAULT_VERIFIER_POLICY.threshold, callTimeoutMs = CALL_TIMEOUT_MS } = options;
  const { judge } = isolated(target, callTimeoutMs);
  const combinations = FORMS.flatMap((form) => ANSWER_PLACES.map((place) => ({ form, place })));
  const judged = await judge(
    combinations.flatMap(({ form, place }) => PROBES.map((probe) => ask(probe, form, place))),
  );
  const told = combinations.map((combination, i) => ({
    ...combination,
    count: PROBES.filter((_, probe) => {
      const [right, wrong] = judged[i * PROBES.length + probe] ?? [];
      return isAccepted(right, threshold) && !isAccepted(wrong, threshold);
    }).length,
  }));
  const most = Math.max(...told.map(({ count }) => count));
  const best = most === 0 ? undefined : told.find(({ count }) => count === most);
  if (best === undefined) return {};
  const places = told.filter(({ form, count }) => form === best.form && count === most);
  return {
    reference: best.form,
    extraction: places.map(({ place }) => place),
    ...rangeOf(judged.flat()),
  };
}

/** From 0 to 1, unless scores lie beyond. */
function rangeOf(outcomes: readonly Outcome[]): Partial<VerifierPolicy> {
  const scores = outcomes.flatMap((outcome) => (outcome.type === "score" ? (outcome.score ?? []) : []));
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return least < 0 || most > 1 ? { range: [Math.min(0, least), Math.max(1, most)] } : {};
}

function ask([gold, other]: readonly [string, string], form: ReferenceForm, place: AnswerPlace): Question {
  const items = [gold, other].map((answer) => ({
    completion: stateAnswer(answer, place),
    gold: writeReference(gold, form),
    prompt: "",
  }));
  return { items };
}
