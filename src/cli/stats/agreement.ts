import type { Score } from "../../core/index.js";

/** What is summed over the completions that two rewards scored. */
interface Pair {
  count: number;
  /** Both pass, only the first does, only the second does. */
  both: number;
  first: number;
  second: number;
  means: [number, number];
  /** Sums of squared distances from the means, and of their products. */
  squares: [number, number];
  products: number;
}

/** How far two rewards agree. */
export interface Agreement {
  readonly rewards: readonly [string, string];
  /** Completions that both scored. */
  readonly completions: number;
  /** The share of which both pass, or neither. */
  readonly agree: number;
  /** Cohen's kappa of passing; `null` where one of them passes all or none. */
  readonly kappa: number | null;
  /** Pearson's correlation of the scores; `null` where one of them is constant. */
  readonly correlation: number | null;
}

/** Sums pairs of rewards over completions. */
export interface AgreementCounts {
  readonly add: (scores: Readonly<Record<string, Score>>) => void;
  readonly results: () => readonly Agreement[];
}

/** Of more rewards, the first are compared: the table has a row for each pair. */
const MAX_REWARDS = 8;

const emptyPair = (): Pair => ({
  ...{ count: 0, both: 0, first: 0, second: 0, products: 0 },
  means: [0, 0],
  squares: [0, 0],
});

/** Welford's update, which loses no digits to large means. */
function addPair(pair: Pair, a: number, b: number, threshold: number): void {
  const [passesA, passesB] = [a >= threshold, b >= threshold];
  if (passesA && passesB) pair.both++;
  else if (passesA) pair.first++;
  else if (passesB) pair.second++;
  const count = ++pair.count;
  const [fromA, fromB] = [a - pair.means[0], b - pair.means[1]];
  pair.means[0] += fromA / count;
  pair.means[1] += fromB / count;
  pair.squares[0] += fromA * (a - pair.means[0]);
  pair.squares[1] += fromB * (b - pair.means[1]);
  pair.products += fromA * (b - pair.means[1]);
}

function kappaOf({ count, both, first, second }: Pair): number | null {
  const [a, b] = [(both + first) / count, (both + second) / count];
  const byChance = a * b + (1 - a) * (1 - b);
  const isConstant = [a, b].some((share) => share === 0 || share === 1);
  return isConstant ? null : ((count - first - second) / count - byChance) / (1 - byChance);
}

function correlationOf({ squares, products }: Pair): number | null {
  const scale = Math.sqrt(squares[0]) * Math.sqrt(squares[1]);
  return scale > 0 && Number.isFinite(scale) ? Math.max(-1, Math.min(1, products / scale)) : null;
}

/** @param threshold the score from which on a completion passes */
export function countAgreement(threshold: number): AgreementCounts {
  const names: string[] = [];
  const pairs = new Map<string, Pair>();
  const pairOf = (a: number, b: number): Pair => {
    const key = `${a} ${b}`;
    const pair = pairs.get(key) ?? emptyPair();
    pairs.set(key, pair);
    return pair;
  };
  return {
    add: (scores) => {
      for (const name of Object.keys(scores)) {
        if (names.length < MAX_REWARDS && !names.includes(name)) names.push(name);
      }
      const values = names.map((name) => scores[name] ?? null);
      for (const [b, second] of values.entries()) {
        if (second === null) continue;
        for (let a = 0; a < b; a++) {
          const first = values[a] ?? null;
          if (first !== null) addPair(pairOf(a, b), first, second, threshold);
        }
      }
    },
    results: () =>
      [...pairs].map(([key, pair]) => {
        const [a = 0, b = 0] = key.split(" ").map(Number);
        return {
          rewards: [names[a] ?? "", names[b] ?? ""],
          completions: pair.count,
          agree: (pair.count - pair.first - pair.second) / pair.count,
          kappa: kappaOf(pair),
          correlation: correlationOf(pair),
        };
      }),
  };
}
