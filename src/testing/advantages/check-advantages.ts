import {
  checkOptions,
  FINITE,
  FLAG,
  INTEGER,
  type Needs,
  OBJECT,
  oneOf,
  wholeNumber,
  wrongInput,
} from "../../core/index.js";
import { seedOf } from "../random.js";
import {
  ADVANTAGE_LAWS,
  type AdvantageFunction,
  type AdvantageLaw,
  type AdvantageTraits,
  drawFor,
  GRPO_TRAITS,
  type Groups,
} from "./laws.js";

export interface AdvantageCheckOptions {
  /** What the estimator means to be. */
  readonly traits?: Partial<AdvantageTraits>;
  /** The same rewards for the same seed. @default 1 */
  readonly seed?: number;
  /** How many groups are drawn for each law. @default 100 */
  readonly runsPerLaw?: number;
}

const NEEDS: Needs<AdvantageCheckOptions> = {
  traits: OBJECT,
  seed: INTEGER,
  runsPerLaw: wholeNumber(1),
};

const TRAIT_NEEDS: Needs<AdvantageTraits> = {
  zeroSum: FLAG,
  scale: oneOf("invariant", "linear", "free"),
  odd: FLAG,
  deviation: { words: "a number or null", fits: (value) => value === null || FINITE.fits(value) },
  perGroup: FLAG,
  affine: FLAG,
};

/** A law that an estimator breaks, with few small rewards that show it. */
export interface AdvantageFinding {
  readonly law: string;
  readonly title: string;
  readonly groups: Groups;
  /** What the estimator makes of them, or the error that it throws. */
  readonly actual: Groups | string;
}

export interface AdvantageReport {
  readonly seed: number;
  readonly verdict: "pass" | "fail";
  readonly findings: readonly AdvantageFinding[];
}

/** One law of estimators, as a test of a test runner. */
export interface AdvantageLawTest {
  readonly id: string;
  readonly title: string;
  /** @throws Error with few small rewards, if the law is broken. */
  readonly run: () => void;
}

interface Plan extends Required<AdvantageCheckOptions> {
  readonly traits: AdvantageTraits;
  readonly laws: readonly AdvantageLaw[];
}

/** @throws {RewardError} for what is no estimator, and options that there are not */
function prepare(estimate: AdvantageFunction, options: AdvantageCheckOptions): Plan {
  if (typeof estimate !== "function") {
    throw wrongInput("the estimator", "a function of groups of rewards", estimate);
  }
  checkOptions(options, NEEDS);
  checkOptions(options.traits ?? {}, TRAIT_NEEDS, "the traits");
  const { seed = 1, runsPerLaw = 100 } = options;
  const traits = { ...GRPO_TRAITS, ...options.traits };
  return { traits, seed, runsPerLaw, laws: ADVANTAGE_LAWS.filter((law) => law.isAsked(traits)) };
}

/** Tests an estimator of advantages by its laws. */
export function checkAdvantages(
  estimate: AdvantageFunction,
  options: AdvantageCheckOptions = {},
): AdvantageReport {
  const { traits, laws, seed, runsPerLaw } = prepare(estimate, options);
  const findings = laws.flatMap((law) => findBreach(law, estimate, traits, seed, runsPerLaw) ?? []);
  return { seed, verdict: findings.length === 0 ? "pass" : "fail", findings };
}

/** The laws of an estimator one by one: `for (const law of advantageLaws(estimate)) test(law.title, law.run)`. */
export function advantageLaws(
  estimate: AdvantageFunction,
  options: AdvantageCheckOptions = {},
): readonly AdvantageLawTest[] {
  const { traits, laws, seed, runsPerLaw } = prepare(estimate, options);
  return laws.map((law) => ({
    id: law.id,
    title: `${law.id}: ${law.title}`,
    run: () => {
      const finding = findBreach(law, estimate, traits, seed, runsPerLaw);
      if (finding !== undefined) {
        throw new Error(`${JSON.stringify(finding.groups)} become ${JSON.stringify(finding.actual)}`);
      }
    },
  }));
}

function findBreach(
  law: AdvantageLaw,
  estimate: AdvantageFunction,
  traits: AdvantageTraits,
  seed: number,
  runs: number,
): AdvantageFinding | undefined {
  const isBroken = (groups: Groups): boolean => !keeps(law, estimate, groups, traits);
  for (let i = 0; i < runs; i++) {
    const groups = drawFor(law, seedOf(seed, law.title) + i);
    if (isBroken(groups)) return describe(law, estimate, shrink(groups, isBroken));
  }
  return undefined;
}

function keeps(
  law: AdvantageLaw,
  estimate: AdvantageFunction,
  groups: Groups,
  traits: AdvantageTraits,
): boolean {
  try {
    return law.holds(estimate, groups, traits);
  } catch {
    return false;
  }
}

function describe(
  { id, title }: AdvantageLaw,
  estimate: AdvantageFunction,
  groups: Groups,
): AdvantageFinding {
  try {
    return { law: id, title, groups, actual: estimate(groups.map((group) => [...group])) };
  } catch (error) {
    return { law: id, title, groups, actual: String(error) };
  }
}

/** Groups that are smaller by one thing. */
function* simpler(groups: Groups): Generator<Groups> {
  for (const at of groups.keys()) if (groups.length > 1) yield groups.toSpliced(at, 1);
  for (const [at, group] of groups.entries()) {
    if (group.length > 4) yield groups.with(at, group.slice(group.length >> 1));
    if (group.length > 4) yield groups.with(at, group.slice(0, group.length >> 1));
    for (const row of group.keys()) if (group.length > 2) yield groups.with(at, group.toSpliced(row, 1));
    for (const [row, value] of group.entries()) {
      for (const small of [0, 1]) {
        if (Math.abs(small) < Math.abs(value)) yield groups.with(at, group.with(row, small));
      }
    }
  }
}

/** A simpler case has to tell rewards apart where the first one does: constant groups break other laws. */
const spread = (groups: Groups): number => groups.filter((group) => new Set(group).size > 1).length;

function shrink(start: Groups, isBroken: (groups: Groups) => boolean): Groups {
  let best = start;
  for (let isSimpler = true; isSimpler;) {
    isSimpler = false;
    for (const candidate of simpler(best)) {
      if ((spread(start) > 0 && spread(candidate) === 0) || !isBroken(candidate)) continue;
      best = candidate;
      isSimpler = true;
      break;
    }
  }
  return best;
}
