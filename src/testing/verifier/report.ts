import type { Step } from "../pairs/recipe.js";
import type { VerifierPolicy } from "../policy.js";
import { seedOf } from "../random.js";
import type { FindingType, LawId } from "./case.js";
import type { VerifierRates } from "./rate.js";
import type { Failed } from "./shrink.js";
import type { Bucket } from "./tally.js";

export type Severity = "critical" | "high" | "medium" | "low";

/** A fault of a verifier, with the shortest case of it that was found. */
export interface Finding {
  /** Names the fault, whatever the seed. */
  readonly id: string;
  readonly law: LawId;
  /** The entry of the catalogue that shows it. */
  readonly entry: string;
  readonly title: string;
  readonly kind: string;
  readonly type: FindingType;
  readonly severity: Severity;
  readonly gold: string;
  readonly completion: string;
  readonly expected: string;
  readonly actual: string;
  readonly trace: readonly Step[];
  /** How many cases failed in this way. */
  readonly occurrences: number;
  /** Of a completion that knows nothing of the answer: on what share of references it is accepted. */
  readonly universality?: number;
  readonly shrunk: {
    readonly from: { readonly gold: string; readonly completion: string };
    readonly evaluations: number;
  };
}

/** What was found of a verifier: the same for a seed, if the verifier says the same. */
export interface VerifierReport {
  readonly schema: 1;
  readonly seed: number;
  readonly policy: VerifierPolicy;
  readonly verdict: "pass" | "fail" | "inconclusive";
  readonly rates: VerifierRates;
  /** The worst first. */
  readonly findings: readonly Finding[];
  readonly coverage: {
    readonly cells: number;
    readonly hit: number;
    /** By law: how many cases were drawn, and how many failed. */
    readonly laws: Readonly<Partial<Record<LawId, readonly [drawn: number, failed: number]>>>;
    /** By entry and kind: how many cases were drawn, and how many failed. */
    readonly matrix: Readonly<
      Record<string, Readonly<Record<string, readonly [drawn: number, failed: number]>>>
    >;
  };
  readonly calls: number;
}

const SEVERITIES: Readonly<Record<FindingType, Severity>> = {
  exploit: "high",
  falsePositive: "high",
  crash: "high",
  hang: "critical",
  nondeterminism: "high",
  contract: "high",
  asymmetry: "low",
  falseNegative: "medium",
};

/** Laws whose breach pays nobody. */
const MILD: ReadonlySet<LawId> = new Set(["L14", "L17"]);

const ORDER: readonly Severity[] = ["critical", "high", "medium", "low"];

/** A gold-free text that as many references accept is what training collapses on. */
const MASTER_KEY = 0.5;

export function toFinding(
  { cell: { law, id, title, kind }, first: from, count }: Bucket,
  { failing, failure, evaluations }: Failed & { readonly evaluations: number },
  universality: number | undefined,
): Finding {
  const shown = failing.items[failing.shown];
  const original = from.failing.items[from.failing.shown];
  const isMasterKey = universality !== undefined && universality >= MASTER_KEY;
  return {
    id: `F-${seedOf(0, `${law} ${id} ${failure.type}`).toString(16).padStart(8, "0")}`,
    law,
    entry: id,
    title,
    kind,
    type: failure.type,
    severity: isMasterKey ? "critical" : severityOf(law, failure.type),
    gold: shown?.gold ?? "",
    completion: shown?.completion ?? "",
    expected: failure.expected,
    actual: failure.actual,
    trace: failing.trace,
    occurrences: count,
    ...(universality === undefined ? {} : { universality }),
    shrunk: {
      from: { gold: original?.gold ?? "", completion: original?.completion ?? "" },
      evaluations,
    },
  };
}

const severityOf = (law: LawId, type: FindingType): Severity =>
  type === "contract" && MILD.has(law) ? "low" : SEVERITIES[type];

export const bySeverity = (a: Finding, b: Finding): number =>
  ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.occurrences - a.occurrences;
