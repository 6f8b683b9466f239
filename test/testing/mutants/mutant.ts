import { createVerifier } from "../../../src/math/index.js";

/** Judges a completion: 1 if its answer is the reference. */
export type Judge = (completion: string, gold: string) => number | boolean | null;

/** A verifier with one fault. */
export interface Mutant {
  readonly title: string;
  readonly create: () => Judge | ((...asked: Parameters<Judge>) => Promise<ReturnType<Judge>>);
}

const verifier = createVerifier();
const verdicts = new Map<string, boolean>();

/** The library's own verifier, which remembers: all mutants are asked much the same. */
export const sound: Judge = (completion, gold) => {
  const key = `${gold}\u0001${completion}`;
  let verdict = verdicts.get(key);
  if (verdict === undefined) {
    verdict = verifier.verify({ reference: gold, completion }).verdict.status === "correct";
    verdicts.set(key, verdict);
  }
  return verdict;
};

const HIDDEN = /<!--[\s\S]*?-->|<think>[\s\S]*?(?:<\/think>|$)/g;

/** The content of the last box that is neither thought nor a comment: a mutant has no fault but its own. */
export function boxed(completion: string): string {
  const visible = completion.replace(HIDDEN, "");
  const at = visible.lastIndexOf("\\boxed{");
  if (at < 0) return "";
  let depth = 0;
  for (let i = at + 6; i < visible.length; i++) {
    if (visible[i] === "{") depth++;
    if (visible[i] === "}" && --depth === 0) return visible.slice(at + 7, i);
  }
  return "";
}

/** Also accepts what is the same once something has been thrown away. */
export const loose = (title: string, reduce: (answer: string) => string): Mutant => ({
  title: `loose: ${title}`,
  create: () => (completion, gold) => {
    const answer = boxed(completion);
    if (sound(completion, gold) === true) return true;
    return answer !== "" && gold !== "" && reduce(answer) === reduce(gold);
  },
});

/** Also accepts answers that stand in some relation to the reference. */
export const fooled = (
  title: string,
  isFooled: (answer: string, gold: string, completion: string) => boolean,
): Mutant => ({
  title: `fooled: ${title}`,
  create: () => (completion, gold) =>
    sound(completion, gold) === true || isFooled(boxed(completion), gold, completion),
});

/** Rejects what it cannot read. */
export const narrow = (
  title: string,
  isUnread: (answer: string, gold: string, completion: string) => boolean,
): Mutant => ({
  title: `narrow: ${title}`,
  create: () => (completion, gold) =>
    sound(completion, gold) === true && !isUnread(boxed(completion), gold, completion),
});

/** Breaks the contract. */
export const broken = (title: string, create: Mutant["create"]): Mutant => ({
  title: `broken: ${title}`,
  create,
});
