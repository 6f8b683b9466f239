import { checkOptions, type Needs, oneOf } from "../../core/index.js";
import { resolvePolicy } from "../resolve-policy.js";
import { type Case, describeScore, isAccepted } from "./case.js";
import { CALL_TIMEOUT_MS, CHECK_NEEDS, type CheckOptions } from "./check-options.js";
import { ALL_KINDS } from "../answers/index.js";
import { cellsOf, checkCells } from "./check-verifier.js";
import type { VerifierReport } from "./report.js";
import { isolated, type Outcome, type VerifierTarget } from "./target.js";

/** Where two verifiers disagree; each finding's `actual` holds what the first says and what the second says. */
export type DifferentialReport = Pick<VerifierReport, "seed" | "findings" | "calls">;

export interface CompareOptions extends CheckOptions {
  /**
   * `same`: both accept the same. `implies`, L18: what the first accepts, which is strict, the second has to accept.
   * @default "same"
   */
  readonly relation?: "same" | "implies";
}

const NEEDS: Needs<CompareOptions> = { ...CHECK_NEEDS, relation: oneOf("same", "implies") };

/** Asks two verifiers the same, and reports what they disagree about, each shrunk. Neither needs to be right. */
export async function compareVerifiers(
  first: VerifierTarget,
  second: VerifierTarget,
  compareOptions: CompareOptions = {},
): Promise<DifferentialReport> {
  checkOptions(compareOptions, NEEDS);
  const { relation = "same", ...options } = compareOptions;
  const policy = resolvePolicy(options.policy);
  const both = [first, second].map((target) => isolated(target, options.callTimeoutMs ?? CALL_TIMEOUT_MS));
  const sides = async (completion: string, gold: string, prompt: string): Promise<readonly Outcome[]> => {
    const items = [{ completion, gold, prompt }];
    return (await Promise.all(both.map(({ judge }) => judge([{ items }])))).flat(2);
  };

  /** Accepts where the two agree; what they said is kept for the report. */
  const said = new Map<string, string>();
  const agree: VerifierTarget = async (completion, gold, { prompt }) => {
    const outcomes = await sides(completion, gold, prompt);
    said.set(`${gold}\u0001${completion}`, outcomes.map(describeScore).join(" and "));
    const [a, b] = outcomes.map((outcome) => isAccepted(outcome, policy.threshold));
    return a === b || (relation === "implies" && b === true);
  };
  const cells = cellsOf({ ...policy, threshold: 0.5 }, options.kinds ?? ALL_KINDS).map((cell) => ({
    ...cell,
    ...(relation === "implies" && { law: "L18" as const, id: `L18: ${cell.id} ${cell.title}` }),
    draw: (seed: number) => {
      const one = cell.draw(seed);
      return one && agreeing(one);
    },
  }));
  const { seed, findings, calls } = await checkCells(agree, cells, { ...policy, threshold: 0.5 }, options);
  return {
    seed,
    calls,
    findings: findings.map((finding) => ({
      ...finding,
      actual: said.get(`${finding.gold}\u0001${finding.completion}`) ?? finding.actual,
    })),
  };
}

/** The case, which now asks that the verifiers agree. */
const agreeing = (one: Case): Case => ({
  ...one,
  items: one.items.slice(one.shown, one.shown + 1),
  shown: 0,
  judge: ([outcome]) =>
    isAccepted(outcome, 0.5)
      ? undefined
      : { type: "asymmetry", expected: "the same from both", actual: "not the same" },
  *simpler() {
    for (const simpler of one.simpler()) yield agreeing(simpler);
  },
});
