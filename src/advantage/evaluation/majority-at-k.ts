import { checkList, checkObject } from "../../core/index.js";
import { type Estimate, type EstimateOptions, wilsonEstimate } from "./intervals.js";
import { checkDraws } from "./pass-at-k.js";

/** One completion's vote. */
export interface Vote {
  /** The answer, in a form that is the same for equal answers; `null` for a completion that does not vote. */
  readonly answer: string | null;
  readonly isCorrect: boolean;
}

/** Options of {@link majorityAtK}. */
export interface MajorityAtKOptions extends EstimateOptions {
  /** Completions that vote. */
  readonly k: number;
}

/** Probabilities of drawing j = 0, 1, ... of a class of `size` if each is drawn with probability `p`. */
type Draws = (size: number) => readonly number[];

function drawsWith(p: number, total: number): Draws {
  const logFactorials = [0];
  for (let n = 1; n <= total; n++) logFactorials.push((logFactorials[n - 1] as number) + Math.log(n));
  const log = (n: number): number => logFactorials[n] as number;
  const logOf = (count: number, share: number): number => (count === 0 ? 0 : count * Math.log(share));
  return (size) =>
    Array.from({ length: size + 1 }, (_, j) =>
      Math.exp(log(size) - log(j) - log(size - j) + logOf(j, p) + logOf(size - j, 1 - p)),
    );
}

/** Probabilities by the number of draws so far (first index) and of classes tied with the winner (second). */
type Table = readonly (readonly number[])[];

/** Adds a class that may be drawn up to `most` times, which is a tie if `ties`. */
function addClass(table: Table, draws: readonly number[], most: number, k: number, ties: boolean): Table {
  const next = Array.from({ length: k + 1 }, () => [] as number[]);
  table.forEach((row, drawn) =>
    row.forEach((probability, tied) => {
      for (let j = 0; j < draws.length && j <= most && drawn + j <= k; j++) {
        const to = next[drawn + j] as number[];
        const index = tied + (ties && j === most ? 1 : 0);
        while (to.length <= index) to.push(0);
        to[index] = (to[index] as number) + probability * (draws[j] as number);
      }
    }),
  );
  return next;
}

/** The probability that k draws give the class `own` the most votes; of tied classes each wins alike often. */
function winProbability(
  own: number,
  others: readonly number[],
  silent: number,
  k: number,
  draws: Draws,
): number {
  const ownDraws = draws(own);
  let won = 0;
  for (let votes = 1; votes <= Math.min(own, k); votes++) {
    let table: Table = addClass([[1]], draws(silent), silent, k - votes, false);
    for (const size of others) table = addClass(table, draws(size), votes, k - votes, true);
    const shares = (table[k - votes] ?? []).map((probability, tied) => probability / (tied + 1));
    won += (ownDraws[votes] as number) * shares.reduce((sum, share) => sum + share, 0);
  }
  return won;
}

function majorityOf(votes: readonly Vote[], k: number): number {
  const sizes = new Map<string, number>();
  const correct = new Set<string>();
  for (const { answer, isCorrect } of votes) {
    if (answer === null) continue;
    sizes.set(answer, (sizes.get(answer) ?? 0) + 1);
    if (isCorrect) correct.add(answer);
  }
  const classes = [...sizes];
  const silent = votes.length - classes.reduce((sum, [, size]) => sum + size, 0);
  const draws = drawsWith(k / votes.length, votes.length);
  const won = [...correct].map((answer) => {
    const others = classes.filter(([other]) => other !== answer).map(([, size]) => size);
    return winProbability(sizes.get(answer) as number, others, silent, k, draws);
  });
  const drawnK = draws(votes.length)[k] as number;
  return Math.min(won.reduce((sum, probability) => sum + probability, 0) / drawnK, 1);
}

function checkVotes(problems: unknown): void {
  checkList("The problems", problems, "a list with one list of votes per problem");
  for (const [index, votes] of (problems as readonly unknown[]).entries()) {
    checkList(`Problem ${index}`, votes, "a list of votes");
    for (const vote of votes as readonly unknown[]) {
      checkObject(`A vote of problem ${index}`, vote, '{ answer: "42", isCorrect: true }');
    }
  }
}

/**
 * maj@k (self-consistency, arXiv:2203.11171): the probability that the most frequent answer of k completions is
 * correct, exactly over all sets of k of each problem's completions, and averaged over the problems. Of tied answers
 * each wins alike often; completions without an answer do not vote, and if none votes the problem is lost. An answer
 * is correct if any of its completions is. The interval is Wilson's, over problems.
 *
 * Time grows with k² times the number of completions of a problem.
 *
 * @param problems one list of votes per problem
 * @throws {RewardError} `bad_options` for a `k` or a confidence without meaning, `bad_input` for fewer than k votes
 */
export function majorityAtK(problems: readonly (readonly Vote[])[], options: MajorityAtKOptions): Estimate {
  checkVotes(problems);
  checkObject("The options of majorityAtK", options, "an object such as { k: 4 }");
  const { k, ...interval } = options;
  checkDraws(
    "k",
    k,
    problems.map((votes) => votes.length),
  );
  return wilsonEstimate(
    problems.map((votes) => majorityOf(votes, k)),
    interval,
  );
}
