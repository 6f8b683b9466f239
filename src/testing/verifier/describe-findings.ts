import { type VerifierPolicy } from "../policy.js";
import { isAccepted } from "./case.js";
import { bySeverity, type Finding, toFinding } from "./report.js";
import { shrinkCase } from "./shrink.js";
import type { Bucket, Tally } from "./tally.js";
import type { IsolatedVerifier } from "./target.js";

export interface DescribeOptions {
  /** The worst faults are made as short as may be. */
  readonly maxShrunk: number;
  /** The most evaluations that go into one of them. */
  readonly shrinkEvaluations: number;
}

/** Hangs are found by waiting, so that few may be asked for: of one fault, and of all. */
const MAX_HANG_EVALUATIONS = 12;
const MAX_HANG_EVALUATIONS_OF_ALL = 24;

/** All that went wrong, the worst first. */
export async function describeFindings(
  { buckets }: Tally,
  verifier: IsolatedVerifier,
  policy: VerifierPolicy,
  { maxShrunk, shrinkEvaluations }: DescribeOptions,
): Promise<readonly Finding[]> {
  const found = await inLanes([...buckets.values()], verifier.lanes, async (bucket) => {
    const universality = await universalityOf(bucket, verifier, policy);
    return {
      bucket,
      universality,
      finding: toFinding(bucket, { ...bucket.first, evaluations: 0 }, universality),
    };
  });
  found.sort((a, b) => bySeverity(a.finding, b.finding));
  const worst = found.slice(0, maxShrunk);
  const hangLimit = Math.min(
    shrinkEvaluations,
    MAX_HANG_EVALUATIONS,
    Math.ceil(MAX_HANG_EVALUATIONS_OF_ALL / worst.filter(({ bucket }) => isHang(bucket)).length),
  );
  const shrunk = await inLanes(worst, verifier.lanes, async ({ bucket, universality }) => {
    const limit = isHang(bucket) ? hangLimit : shrinkEvaluations;
    return toFinding(bucket, await shrinkCase(bucket.first, verifier, limit), universality);
  });
  return [...shrunk, ...found.slice(maxShrunk).map(({ finding }) => finding)];
}

const isHang = ({ first }: Bucket): boolean => first.failure.type === "hang";

/** On what share of other questions a completion is accepted that is to earn nothing whatever is asked. */
async function universalityOf(
  { cell, first: { failing, failure } }: Bucket,
  { judge }: IsolatedVerifier,
  { threshold }: VerifierPolicy,
): Promise<number | undefined> {
  const item = failing.items[failing.shown];
  if (cell.elsewhere === undefined || failure.type !== "exploit" || item === undefined) return undefined;
  const items = cell.elsewhere(item);
  const [outcomes = []] = await judge([{ items, calls: items.map(() => 1) }]);
  return outcomes.filter((outcome) => isAccepted(outcome, threshold)).length / items.length;
}

/** What is made of each item, in order, so many at a time. */
async function inLanes<In, Out>(
  items: readonly In[],
  lanes: number,
  make: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const made: Out[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [at, item] of waiting) made[at] = await make(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return made;
}
