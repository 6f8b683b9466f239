/** What is known of a sample that the page holds. */
export interface SampleFacts {
  readonly number: number;
  readonly length: number;
  readonly reward: number | null;
  readonly scores: Readonly<Record<string, number | null>>;
  /** By reward, its verdict or status. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** The rewards that approve of it. */
  readonly approving: readonly string[];
  /** The keys of the pairs of rewards that disagree on it. */
  readonly pairs: readonly string[];
  readonly reasons: readonly string[];
  /** All of its text, in lower case. */
  readonly text: string;
}

/** What the reader asks for; an empty text asks for nothing. */
export interface Wish {
  readonly search: string;
  readonly reward: string;
  /** `approved`, `refused`, `null`, or `=` and a verdict or status: of the reward, or of any. */
  readonly outcome: string;
  readonly reason: string;
  readonly pair: string;
}

function hasOutcome({ outcomes, scores, approving }: SampleFacts, reward: string, outcome: string): boolean {
  if (outcome === "") return true;
  if (outcome === "null") return scores[reward] === null;
  if (outcome.startsWith("=")) return outcomes[reward] === outcome.slice(1);
  const isScored = typeof scores[reward] === "number";
  return isScored && approving.includes(reward) === (outcome === "approved");
}

/** Whether a sample is what the reader asks for; of a search, each word has to occur. */
export function fits(facts: SampleFacts, { search, reward, outcome, reason, pair }: Wish): boolean {
  const rewards = Object.keys(facts.scores).filter((name) => reward === "" || name === reward);
  const words = search.toLowerCase().split(/\s+/);
  return (
    (reason === "" || facts.reasons.includes(reason)) &&
    (pair === "" || facts.pairs.includes(pair)) &&
    rewards.some((name) => hasOutcome(facts, name, outcome)) &&
    words.every((word) => facts.text.includes(word))
  );
}

/** By what samples are put in order: `number`, `length`, `reward`, or `score:` and the name of a reward. */
export interface Order {
  readonly key: string;
  readonly descending: boolean;
}

function valueOf({ scores, ...facts }: SampleFacts, key: string): number | null {
  if (key.startsWith("score:")) return scores[key.slice("score:".length)] ?? null;
  return facts[key as "number" | "length" | "reward"];
}

/** Compares samples for `sort`; those without a value come last, and equal ones stay in the order of the file. */
export function comparing({ key, descending }: Order): (a: SampleFacts, b: SampleFacts) => number {
  return (a, b) => {
    const [first, second] = [valueOf(a, key), valueOf(b, key)];
    if (first === second) return a.number - b.number;
    if (first === null) return 1;
    if (second === null) return -1;
    return descending ? second - first : first - second;
  };
}
