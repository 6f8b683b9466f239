import { ANSWER_PLACES, stateAnswer } from "../../completions/place.js";
import { type Case, type Cell, fixedCase, mustAccept, mustReject } from "../case.js";
import { cell, type SuiteContext } from "../suite.js";
import type { VerifierItem } from "../target.js";

/** L14: nothing is printed, where others speak a protocol, and lists that are handed in stay as they are. */
export function purityCells({ state, item }: SuiteContext): readonly Cell[] {
  const items = [
    item(state("5"), "5"),
    item(state("\\frac{1}{"), "5"),
    item("", "5"),
    item(state("5"), "???"),
    item("We go on. ".repeat(1000) + state("5"), "5"),
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
