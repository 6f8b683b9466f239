import { DEFAULT_VERIFIER_POLICY } from "../policy.js";
import type { LawId } from "./case.js";
import { ALL_KINDS, cellsOf, checkCells, type CheckOptions } from "./check-verifier.js";
import type { Finding } from "./report.js";
import type { VerifierTarget } from "./target.js";

/** One law, as a test of a test runner. */
export interface VerifierLaw {
  readonly id: LawId;
  readonly title: string;
  /** @throws Error with the shortest cases found, if the verifier breaks the law. */
  readonly run: () => Promise<void>;
}

const TITLES: Readonly<Record<LawId, string>> = {
  L1: "a reference is equal to itself",
  L2: "answer and reference may change places",
  L3: "equal answers are accepted",
  L5: "other answers are rejected",
  L7: "the text around an answer changes nothing",
  L8: "the last answer counts",
  L9: "no answer earns nothing",
  L10: "a reference that cannot be read earns nothing",
  L11: "any text is judged",
  L13: "the same question gets the same verdict",
  L16: "many at once are judged as one by one",
  L19: "a reference may stand in dollars or in a box",
  L20: "the prompt is no answer",
  L21: "a number with more around it is another number",
  L22: "Unicode signs mean what their commands do",
  K: "hacks earn nothing",
};

const describeFinding = ({ type, gold, completion, expected, actual }: Finding): string =>
  `${type}: ${JSON.stringify(completion)} for ${JSON.stringify(gold)} is to be ${expected}: ${actual}`;

/** The laws of a verifier one by one: `for (const law of verifierLaws(verify)) test(law.title, law.run)`. */
export function verifierLaws(target: VerifierTarget, options: CheckOptions = {}): readonly VerifierLaw[] {
  const policy = { ...DEFAULT_VERIFIER_POLICY, ...options.policy };
  const cells = cellsOf(policy, options.kinds ?? ALL_KINDS);
  const ids = [...new Set(cells.map(({ law }) => law))];
  return ids.map((id) => ({
    id,
    title: `${id}: ${TITLES[id]}`,
    run: async () => {
      const own = cells.filter(({ law }) => law === id);
      const { findings } = await checkCells(target, own, policy, options);
      if (findings.length > 0) throw new Error(findings.map(describeFinding).join("\n"));
    },
  }));
}
