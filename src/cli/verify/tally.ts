import type { Pair } from "./pair.js";

/** A pair whose verdict is not its label. */
export interface Disagreement {
  /** The line's place in the input, from 1. */
  readonly line: number;
  readonly id: unknown;
  readonly reference: string;
  readonly extracted: string | null;
}

/** How verdicts compare with labels; `undecidedRight` and `undecidedWrong` are labelled so and have no verdict. */
type Confusion = Record<
  | "truePositives"
  | "trueNegatives"
  | "falsePositives"
  | "falseNegatives"
  | "undecidedRight"
  | "undecidedWrong",
  number
>;

/** What was counted over some lines. */
export interface Tally {
  lines: number;
  correct: number;
  wrong: number;
  /** Pairs whose reference, or the verifier, is at fault. */
  undecided: number;
  /** Those of them that were never judged, because the judge was lost. */
  lost: number;
  badLines: number;
  firstBadLine: { readonly line: number; readonly problem: string } | null;
  readonly confusion: Confusion;
  /** The first {@link MAX_LISTED} of each kind. */
  readonly falsePositives: Disagreement[];
  readonly falseNegatives: Disagreement[];
}

/** How many disagreements of a kind are kept. */
const MAX_LISTED = 20;

export function emptyTally(): Tally {
  return {
    lines: 0,
    correct: 0,
    wrong: 0,
    undecided: 0,
    lost: 0,
    badLines: 0,
    firstBadLine: null,
    confusion: {
      truePositives: 0,
      trueNegatives: 0,
      falsePositives: 0,
      falseNegatives: 0,
      undecidedRight: 0,
      undecidedWrong: 0,
    },
    falsePositives: [],
    falseNegatives: [],
  };
}

/** Counts the last of `tally.lines` as a line that holds no pair. */
export function countBadLine(tally: Tally, problem: string): void {
  tally.badLines++;
  tally.firstBadLine ??= { line: tally.lines, problem };
}

/** Counts the last of `tally.lines` as this pair; `correct` is `null` if there is no verdict. */
export function countPair(
  tally: Tally,
  { id, reference, label }: Pair,
  correct: boolean | null,
  extracted: string | null,
): void {
  tally[correct === null ? "undecided" : correct ? "correct" : "wrong"]++;
  if (label === null) return;
  tally.confusion[cellOf(label, correct)]++;
  if (correct === null || correct === label) return;
  const list = correct ? tally.falsePositives : tally.falseNegatives;
  if (list.length < MAX_LISTED) list.push({ line: tally.lines, id, reference, extracted });
}

function cellOf(label: boolean, correct: boolean | null): keyof Confusion {
  if (correct === null) return label ? "undecidedRight" : "undecidedWrong";
  if (correct) return label ? "truePositives" : "falsePositives";
  return label ? "falseNegatives" : "trueNegatives";
}

/** Adds the tally of the lines that follow those of `total`. */
export function addTally(total: Tally, part: Tally): void {
  const before = total.lines;
  if (part.firstBadLine !== null) {
    total.firstBadLine ??= { ...part.firstBadLine, line: before + part.firstBadLine.line };
  }
  for (const key of ["lines", "correct", "wrong", "undecided", "lost", "badLines"] as const)
    total[key] += part[key];
  for (const cell of Object.keys(total.confusion) as (keyof Confusion)[]) {
    total.confusion[cell] += part.confusion[cell];
  }
  for (const kind of ["falsePositives", "falseNegatives"] as const) {
    const room = MAX_LISTED - total[kind].length;
    total[kind].push(...part[kind].slice(0, room).map((each) => ({ ...each, line: before + each.line })));
  }
}
