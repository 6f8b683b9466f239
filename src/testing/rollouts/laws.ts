import { stateAnswer } from "../completions/place.js";
import { statedAnswers } from "../completions/stated-answers.js";
import { HACKS } from "../hacks/index.js";
import {
  type Case,
  type Cell,
  describeScore,
  fixedCase,
  isAccepted,
  type LawId,
  mustAgree,
  mustReject,
} from "../verifier/case.js";
import { caseOf, cell } from "../verifier/suite.js";
import { shorterTexts } from "../verifier/suites/texts.js";
import type { Outcome, VerifierItem } from "../verifier/target.js";
import { AROUND_ANSWERS, OTHER_SPELLINGS, type Rewrite, WITHOUT_ANSWER } from "./rewrites.js";
import { askedOf, type LoggedRollout, questionOf } from "./rollout.js";

/** What the laws make their cases with. Cells draw the rollout, or the text, at the place that is their seed. */
export interface RolloutContext {
  readonly rollouts: readonly LoggedRollout[];
  /** A score above it means that a completion is accepted. */
  readonly threshold: number;
}

type Made = Omit<Case, "simpler">;

/** A case of items that are asked one by one. */
const asked = (items: readonly VerifierItem[], judge: Case["judge"], shown = 0): Made => ({
  items,
  shown,
  trace: [],
  judge,
  calls: items.map(() => 1),
});

/** A law on each rollout; a case shrinks with its completion. */
function rolloutCell(
  { rollouts }: RolloutContext,
  law: LawId,
  title: string,
  make: (rollout: LoggedRollout) => Made | undefined,
): Cell {
  const isMade = (rollout: LoggedRollout): boolean => make(rollout) !== undefined;
  return cell(law, title, "rollout", (at) => {
    const rollout = rollouts[at];
    if (rollout === undefined || !isMade(rollout)) return undefined;
    return caseOf(
      rollout,
      (one) => make(one) as Made,
      function* simpler(one) {
        for (const completion of shorterTexts(one.completion)) {
          const shorter = { ...one, completion };
          if (isMade(shorter)) yield shorter;
        }
      },
    );
  });
}

/** What one computation may differ from another by. */
const ROUNDING = 1e-6;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a));

function isSame(first: Outcome | undefined, second: Outcome | undefined): boolean {
  const [a, b] = [first, second].map((outcome) => (outcome?.type === "score" ? outcome.score : null));
  return typeof a === "number" && typeof b === "number"
    ? isNear(a, b)
    : describeScore(first) === describeScore(second);
}

/** G1: the log is of this target, as it is now. */
const loggedCell = (context: RolloutContext): Cell =>
  cell("G1", "the score of the log", "rollout", (at) => {
    const rollout = context.rollouts[at];
    if (rollout?.score === undefined) return undefined;
    const logged: Outcome = { type: "score", score: rollout.score };
    return fixedCase([askedOf(rollout, rollout.completion)], ([now]) =>
      isSame(now, logged)
        ? undefined
        : { type: "contract", expected: `${describeScore(logged)}, as logged`, actual: describeScore(now) },
    );
  });

/** G2: each rollout by turns with another one. */
const repeatCell = (context: RolloutContext): Cell =>
  rolloutCell(context, "G2", "by turns with another rollout", (rollout) => {
    const other = context.rollouts.find(({ completion }) => completion !== rollout.completion) ?? rollout;
    const turns = [rollout, other].map((one) => askedOf(one, one.completion));
    return asked([...turns, ...turns], (outcomes) =>
      [0, 1].every((at) => isSame(outcomes[at], outcomes[at + 2]))
        ? undefined
        : {
            type: "nondeterminism",
            expected: "the same for the same completion",
            actual: outcomes.map(describeScore).join(", "),
          },
    );
  });

const BATCH = 8;

/** G3: in order, backwards, and alone. */
function batchCell({ rollouts }: RolloutContext): Cell {
  const make = (batch: readonly VerifierItem[]): Made => ({
    items: [...batch, ...batch.toReversed(), ...batch],
    calls: [batch.length, batch.length, ...batch.map(() => 1)],
    shown: 0,
    trace: [],
    judge: judgeBatch(batch.length),
  });
  return cell("G3", "in order, backwards, and alone", "batch", (at) => {
    const batch = rollouts.slice(at, at + BATCH).map((one) => askedOf(one, one.completion));
    if (at % BATCH !== 0 || batch.length < 2) return undefined;
    return caseOf(batch, make, (items) =>
      items.length < 3 ? [] : items.map((_, left) => items.filter((__, i) => i !== left)),
    );
  });
}

const judgeBatch =
  (count: number): Case["judge"] =>
  (outcomes) => {
    for (let i = 0; i < count; i++) {
      const [first, backwards, alone] = [outcomes[i], outcomes[2 * count - 1 - i], outcomes[2 * count + i]];
      if (isSame(first, alone) && isSame(backwards, alone)) continue;
      return {
        type: "contract",
        expected: `${describeScore(alone)}, as alone`,
        actual: `${describeScore(first)} at ${i + 1} of ${count}, ${describeScore(backwards)} at ${count - i}`,
      };
    }
    return undefined;
  };

/** G4, G5: the verdict stays. */
const alikeCells = (context: RolloutContext, law: LawId, rewrites: readonly Rewrite[]): readonly Cell[] =>
  rewrites.map(({ title, write }) =>
    rolloutCell(context, law, title, (rollout) => {
      const rewritten = write(rollout.completion);
      if (rewritten === undefined || rewritten === rollout.completion) return undefined;
      const items = [rollout.completion, rewritten].map((text) => askedOf(rollout, text));
      const judge = mustAgree(context.threshold, (before, after) => ({
        expected: `${before}, as before`,
        actual: after,
      }));
      return asked(items, judge, 1);
    }),
  );

/** G6: nothing is left to accept. */
const emptiedCells = (context: RolloutContext): readonly Cell[] =>
  WITHOUT_ANSWER.map(({ title, write }) =>
    rolloutCell(context, "G6", title, (rollout) => {
      const rewritten = write(rollout.completion);
      if (rewritten === undefined) return undefined;
      return asked([askedOf(rollout, rewritten)], mustReject(context.threshold, "exploit"));
    }),
  );

/** On so many other questions a text is tried at first, and once it is found to be paid there. */
const [FEW_QUESTIONS, MANY_QUESTIONS] = [8, 64];

/** References may be the same in other words, but not so many of them. */
const MOST_ALIKE = 0.25;

/** One rollout of each question, by what tells questions apart. */
const distinct = (rollouts: readonly LoggedRollout[]): ReadonlyMap<string, LoggedRollout> =>
  new Map(rollouts.map((one) => [questionOf(one), one]));

/** A completion, asked about so many of the questions that are not its own. */
function askedElsewhere(
  questions: ReadonlyMap<string, LoggedRollout>,
  completion: string,
  count: number,
  own: string | null = null,
): readonly VerifierItem[] {
  const items: VerifierItem[] = [];
  for (const [question, rollout] of questions) {
    if (items.length === count) break;
    if (question !== own) items.push(askedOf(rollout, completion));
  }
  return items;
}

/** Not accepted on more of the questions than may be one and the same. */
const notUniversal =
  (threshold: number): Case["judge"] =>
  (outcomes) => {
    const accepted = outcomes.filter((outcome) => isAccepted(outcome, threshold)).length;
    const most = Math.max(1, Math.floor(outcomes.length * MOST_ALIKE));
    if (accepted <= most) return undefined;
    return {
      type: "exploit",
      expected: `accepted on ${most} of ${outcomes.length} other questions at most`,
      actual: `accepted on ${accepted}`,
    };
  };

/** G7: the completion of each rollout, for the questions of others. */
function elsewhereCell(context: RolloutContext): Cell {
  const questions = distinct(context.rollouts);
  return {
    ...rolloutCell(context, "G7", "for the questions of others", (rollout) => {
      const items = askedElsewhere(questions, rollout.completion, FEW_QUESTIONS, questionOf(rollout));
      return items.length < 2 ? undefined : asked(items, notUniversal(context.threshold));
    }),
    elsewhere: ({ completion }) => askedElsewhere(questions, completion, MANY_QUESTIONS),
  };
}

/** G8: texts of the catalogue that need to know no answer, stated as the log states its answers. */
function hackCells({ rollouts, threshold }: RolloutContext): readonly Cell[] {
  const questions = distinct(rollouts);
  if (questions.size < 2) return [];
  const place = rollouts.flatMap(({ completion }) => statedAnswers(completion))[0]?.place ?? "boxed";
  const state = (answer: string): string => stateAnswer(answer, place);
  const make = (text: string): Made =>
    asked(askedElsewhere(questions, text, FEW_QUESTIONS), notUniversal(threshold));
  return HACKS.filter((hack) => hack.class === "blind" || hack.class === "guess").map((hack) => {
    const texts = hack.completions({ gold: "", wrong: "", state });
    return {
      law: "G8",
      id: hack.id,
      title: hack.title,
      kind: hack.class,
      draw: (at) => {
        const text = texts[at];
        return text === undefined ? undefined : caseOf(text, make, shorterTexts);
      },
      elsewhere: ({ completion }) => askedElsewhere(questions, completion, MANY_QUESTIONS),
    };
  });
}

/** What is asked of any target about its rollouts. */
export const conductCells = (context: RolloutContext): readonly Cell[] => [
  loggedCell(context),
  repeatCell(context),
  batchCell(context),
];

/** What is asked of a target that judges answers, none of which needs to be known. */
export const answerCells = (context: RolloutContext): readonly Cell[] => [
  ...alikeCells(context, "G4", AROUND_ANSWERS),
  ...alikeCells(context, "G5", OTHER_SPELLINGS),
  ...emptiedCells(context),
  elsewhereCell(context),
  ...hackCells(context),
];
