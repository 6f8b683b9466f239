import type { VerifierPolicy } from "../policy.js";
import { resolvePolicy } from "../resolve-policy.js";
import type { Cell, LawId } from "./case.js";
import { CALL_TIMEOUT_MS, type CheckOptions, checkVerifierOptions } from "./check-options.js";
import { ALL_KINDS } from "../answers/index.js";
import { cellsOf, checkCells } from "./check-verifier.js";
import { LAW_TITLES } from "./law-titles.js";
import { inRange } from "./range.js";
import type { Finding } from "./report.js";
import { isolated, type IsolatedVerifier, type VerifierTarget } from "./target.js";

/** One law, as a test of a test runner. */
export interface VerifierLaw {
  readonly id: LawId;
  readonly title: string;
  /** @throws Error with the shortest cases found, if the law is broken. */
  readonly run: () => Promise<void>;
}

const describeFinding = ({ type, gold, completion, expected, actual }: Finding): string =>
  `${type}: ${JSON.stringify(completion)} for ${JSON.stringify(gold)} is to be ${expected}: ${actual}`;

/** One test for each law that has cells. */
export function lawsOf(
  target: IsolatedVerifier,
  cells: readonly Cell[],
  policy: VerifierPolicy,
  options: Omit<CheckOptions, "policy" | "kinds">,
): readonly VerifierLaw[] {
  const ids = [...new Set(cells.map(({ law }) => law))];
  return ids.map((id) => ({
    id,
    title: `${id}: ${LAW_TITLES[id]}`,
    run: async () => {
      const own = cells.filter(({ law }) => law === id);
      const { findings } = await checkCells(target, own, policy, options);
      if (findings.length > 0) throw new Error(findings.map(describeFinding).join("\n"));
    },
  }));
}

/** The laws of a verifier one by one: `for (const law of verifierLaws(verify)) test(law.title, law.run)`. */
export function verifierLaws(target: VerifierTarget, options: CheckOptions = {}): readonly VerifierLaw[] {
  checkVerifierOptions(options);
  const policy = resolvePolicy(options.policy);
  const verifier = inRange(isolated(target, options.callTimeoutMs ?? CALL_TIMEOUT_MS), policy.range);
  return lawsOf(verifier, cellsOf(policy, options.kinds ?? ALL_KINDS), policy, options);
}
