import { bareReference, normal, spoken } from "./bare-texts.js";

/** A short answer that was judged correct where references ask for different things. */
export interface UniversalText {
  readonly text: string;
  /** So many different references, counted up to {@link MAX_REFERENCES}. */
  readonly references: number;
  /** So many completions were judged correct with it. */
  readonly paid: number;
  /** The rewards that judged them. */
  readonly rewards: readonly string[];
  /** Where it came first. */
  readonly source: string;
  readonly line: number;
}

/** A completion that rewards have judged. */
interface Judged {
  readonly completion: string;
  /** The answer that a reward found. */
  readonly answer: string | null;
  readonly reference: string | null;
  /** The rewards whose verdict is that it is correct. */
  readonly correctBy: readonly string[];
  readonly source: string;
  readonly line: number;
}

/** Finds such answers in completions that come one after the other, in bounded memory. */
export interface UniversalFinder {
  readonly add: (judged: Judged) => void;
  /** Those of the most references first. */
  readonly found: () => readonly UniversalText[];
}

interface Count {
  readonly references: Set<string>;
  readonly rewards: Set<string>;
  paid: number;
  readonly source: string;
  readonly line: number;
}

/** One value is written in a few ways: this many are different answers. */
const MIN_REFERENCES = 5;
const MAX_REFERENCES = 1000;

/** Longer ones hold more than an answer: such as a worked solution, of which no two are alike. */
const MAX_LENGTH = 100;

/** With this many, those that have one reference only are counted anew. */
const MAX_TEXTS = 20_000;
const MAX_LISTED = 20;

/** What was answered; `null` if it is no short answer, or stands in the reference as "2" does in "2 days". */
function suspectText({ completion, answer }: Judged, due: string): string | null {
  const text = answer === null ? spoken(completion) : normal(answer);
  const isNone = text === null || text.length > MAX_LENGTH || (text !== "" && due.includes(text));
  return isNone ? null : text;
}

export function createUniversalFinder(): UniversalFinder {
  const counts = new Map<string, Count>();

  const makeRoom = (): void => {
    for (const [text, { references }] of counts) if (references.size < 2) counts.delete(text);
    if (counts.size >= MAX_TEXTS) counts.clear();
  };

  const countOf = (text: string, { source, line }: Judged): Count => {
    const known = counts.get(text);
    if (known) return known;
    if (counts.size >= MAX_TEXTS) makeRoom();
    const fresh = { references: new Set<string>(), rewards: new Set<string>(), paid: 0, source, line };
    counts.set(text, fresh);
    return fresh;
  };

  const add = (judged: Judged): void => {
    const { reference, correctBy } = judged;
    if (correctBy.length === 0 || reference === null || reference.length > MAX_LENGTH) return;
    const due = bareReference(reference);
    const text = suspectText(judged, due);
    if (text === null) return;
    const count = countOf(text, judged);
    count.paid++;
    if (count.references.size < MAX_REFERENCES) count.references.add(due);
    for (const reward of correctBy) count.rewards.add(reward);
  };

  const found = (): UniversalText[] =>
    [...counts]
      .filter(([, { references }]) => references.size >= MIN_REFERENCES)
      .map(([text, { references, rewards, ...rest }]) => ({
        text,
        references: references.size,
        rewards: [...rewards],
        ...rest,
      }))
      .sort((a, b) => b.references - a.references || b.paid - a.paid)
      .slice(0, MAX_LISTED);
  return { add, found };
}
