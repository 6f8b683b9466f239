import { ANSWER_PLACES, stateAnswer } from "../../completions/place.js";
import { type Case, type Cell, fixedCase, mustAccept, mustReject } from "../case.js";
import { cell, type SuiteContext } from "../suite.js";
import type { Outcome, VerifierItem } from "../target.js";

/** L14: nothing is printed, where others speak a protocol, and lists that are handed in stay as they are. */
export function purityCells({ state, item }: SuiteContext): readonly Cell[] {
  const items = [
    item(state("5"), "5"),
    item(state("\\frac{1}{"), "5"),
    item("", "5"),
    item(state("5"), "???"),
  ];
  const asked = (title: string, together: boolean): Cell =>
    cell("L14", title, "harness", () => ({ ...fixedCase(items, judgePurity), observed: true, together }));
  return [asked("one by one", false), asked("together", true)];
}

const judgePurity: Case["judge"] = (outcomes) => {
  const scores = outcomes.filter((outcome) => outcome.type === "score");
  if (scores.some(({ hasChangedInput }) => hasChangedInput === true))
    return { type: "contract", expected: "completions and references as they were", actual: "changed" };
  return scores.some(({ hasPrinted }) => hasPrinted === true)
    ? { type: "contract", expected: "nothing on standard output", actual: "printed text" }
    : undefined;
};

/** Texts that grow, with what makes scanners start again and again. */
const GROWING: readonly (readonly [title: string, piece: string])[] = [
  ["prose", "We first simplify, then substitute. "],
  ["spaces", " "],
  ["braces", "{"],
  ["dollars", "$1 "],
  ["boxes that are not closed", "\\boxed{"],
  ["numbers", "17, "],
  ["thoughts", "<think>"],
];
const LENGTHS = [20_000, 20_000, 56_000, 160_000, 160_000] as const;
/** The slope of time over length, both as logarithms: 1 if it is linear, 2 if quadratic. Collecting garbage adds to it. */
const STEEPEST = 1.5;
/** Shorter times say nothing. */
const NOTICEABLE_MS = 30;

/** L17: long completions, each of the shortest and the longest twice, of which the faster counts. */
export const growthCells = ({ state, item }: SuiteContext): readonly Cell[] =>
  GROWING.map(([title, piece]) =>
    cell("L17", title, "harness", () => {
      const items = LENGTHS.map((length) =>
        item(`${piece.repeat(Math.ceil(length / piece.length))}\n${state("5")}`, "5"),
      );
      return { ...fixedCase(items, judgeGrowth(items)), observed: true, measured: true };
    }),
  );

const judgeGrowth =
  (items: readonly VerifierItem[]): Case["judge"] =>
  (outcomes) => {
    const fastest = (length: number): number =>
      Math.min(
        ...outcomes.filter((_, i) => LENGTHS[i] === length).map((outcome) => timeOf(outcome) ?? Infinity),
      );
    const [least, most] = [fastest(LENGTHS[0]), fastest(LENGTHS[4])];
    // A target elsewhere tells no times.
    if (most === Infinity || most < NOTICEABLE_MS) return undefined;
    const growth = (items[4]?.completion.length ?? 1) / (items[0]?.completion.length ?? 1);
    const slope = Math.log(most / Math.max(least, 1e-3)) / Math.log(growth);
    return slope <= STEEPEST
      ? undefined
      : { type: "contract", expected: "time that grows as the text does", actual: "time that grows faster" };
  };

const timeOf = (outcome: Outcome): number | undefined => (outcome.type === "score" ? outcome.ms : undefined);

/** L7: the places of answers that are not tried elsewhere. */
export const placeCells = ({ policy, item }: SuiteContext): readonly Cell[] =>
  policy.extraction.slice(1).flatMap((place) => {
    const stated = (answer: string): readonly VerifierItem[] => [item(stateAnswer(answer, place), "12")];
    return [
      placed(`right in ${place}`, stated("12"), mustAccept(policy.threshold)),
      placed(`wrong in ${place}`, stated("13"), mustReject(policy.threshold)),
    ];
  });

/** L8: of what stands in a place where no answers are looked for, nothing counts. */
export const otherPlaceCells = ({ policy, state, item }: SuiteContext): readonly Cell[] =>
  policy.multiple === "any"
    ? []
    : ANSWER_PLACES.filter((place) => place !== "bare" && !policy.extraction.includes(place)).map((place) =>
        cell("L8", `right in ${place}, then wrong`, "trap", () =>
          fixedCase(
            [item(`${stateAnswer("12", place)}\n${state("13")}`, "12")],
            mustReject(policy.threshold),
          ),
        ),
      );

const placed = (title: string, items: readonly VerifierItem[], judge: Case["judge"]): Cell => ({
  ...cell("L7", title, "trap", () => fixedCase(items, judge)),
  id: title.includes("fbox") ? "S14" : "S39",
});
