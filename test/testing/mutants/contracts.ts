import { boxed, broken, type Mutant, narrow, sound } from "./mutant.js";

const LONG = 400;

/** Remembers verdicts by a key that does not tell all questions apart. */
const keyed = (title: string, keyOf: (completion: string, gold: string) => string): Mutant =>
  broken(title, () => {
    const seen = new Map<string, boolean>();
    return (completion, gold) => {
      const key = keyOf(completion, gold);
      const verdict = seen.get(key) ?? sound(completion, gold) === true;
      seen.set(key, verdict);
      return verdict;
    };
  });

/** Verifiers that remember what they should not, that break their contract, and that cannot read common forms. */
export const CONTRACTS: readonly Mutant[] = [
  broken("the first verdict for each completion", () => {
    const seen = new Map<string, boolean>();
    return (completion, gold) => {
      const verdict = seen.get(completion) ?? sound(completion, gold) === true;
      seen.set(completion, verdict);
      return verdict;
    };
  }),
  broken("the first verdict for each beginning of a completion", () => {
    const seen = new Map<string, boolean>();
    return (completion, gold) => {
      const key = `${gold} ${completion.slice(0, LONG)}`;
      const verdict = seen.get(key) ?? sound(completion, gold) === true;
      if (completion.length > LONG) seen.set(key, verdict);
      return verdict;
    };
  }),
  broken("the first verdict for each length", () => {
    const seen = new Map<string, boolean>();
    return (completion, gold) => {
      const key = `${gold} ${completion.length}`;
      const verdict = seen.get(key) ?? sound(completion, gold) === true;
      seen.set(key, verdict);
      return verdict;
    };
  }),
  broken("the last reference when this one is empty", () => {
    let last = "";
    return (completion, gold) => sound(completion, gold === "" ? last : (last = gold));
  }),
  broken("a right answer opens the door for the next", () => {
    let wasRight = false;
    return (completion, gold) => {
      const isRight = sound(completion, gold) === true;
      const verdict = isRight || wasRight;
      wasRight = isRight;
      return verdict;
    };
  }),
  broken("prints what it reads", () => (completion, gold) => {
    if (completion.includes("frac")) process.stdout.write("");
    return sound(completion, gold);
  }),
  broken("right with a probability", () => {
    let state = 1;
    return (completion, gold) => {
      state = (state * 48271) % 2147483647;
      return sound(completion, gold) === true && state % 20 !== 0;
    };
  }),
  broken(
    "a score between, by length",
    () => (completion, gold) => (sound(completion, gold) === true ? 1 / (1 + completion.length / 50) : 0),
  ),
  broken(
    "an array for a score",
    () => ((completion: string, gold: string) => [sound(completion, gold)]) as never,
  ),
  broken(
    "a score of null for right ones",
    () => (completion: string, gold: string) => (sound(completion, gold) === true ? null : 0),
  ),
  broken(
    "a big integer",
    () => ((completion: string, gold: string) => (sound(completion, gold) === true ? 1n : 0n)) as never,
  ),
  broken("throws at long completions", () => (completion, gold) => {
    if (completion.length > 3000) throw new RangeError("too long");
    return sound(completion, gold);
  }),
  broken("throws at unknown commands", () => (completion, gold) => {
    if (/\\(?!boxed|frac|sqrt|cdot|pi|left|right)[a-z]+/.test(boxed(completion)))
      throw new Error("unknown command");
    return sound(completion, gold);
  }),
  broken("throws at wrong answers", () => (completion, gold) => {
    if (sound(completion, gold) !== true && boxed(completion) !== "") throw new Error("wrong");
    return sound(completion, gold);
  }),
  broken("throws without a box", () => (completion, gold) => {
    if (!completion.includes("\\boxed")) throw new TypeError("Cannot read properties of null");
    return sound(completion, gold);
  }),
  broken("throws at references in dollars", () => (completion, gold) => {
    if (gold.includes("$")) throw new Error("unexpected $");
    return sound(completion, gold);
  }),
  broken(
    "rejects a promise for emoji",
    () =>
      ((completion: string, gold: string) =>
        completion.includes("🎉") ? Promise.reject(new Error("emoji")) : sound(completion, gold)) as never,
  ),
  narrow("completions that begin with a line break", (_, __, completion) => completion.startsWith("\n")),
  narrow("completions with bold type", (_, __, completion) => completion.includes("**")),
  narrow("completions with other fractions", (_, __, completion) => completion.includes("\\frac{5}{11}")),
  narrow("display math", (_, __, completion) => completion.includes("\\[")),
  narrow("inline math", (_, __, completion) => completion.includes("$\\boxed")),
  narrow("zeros behind the point", (answer) => /\.\d*0$/.test(answer)),
  narrow("large numbers", (answer) => /\d{5}/.test(answer)),
  narrow(
    "products in another order",
    (answer, gold) => gold.includes("\\cdot") && answer.length === gold.length && answer !== gold,
  ),
  narrow("two variables", (answer) => answer.includes("x") && answer.includes("y")),
  narrow("cubes", (answer) => answer.includes("^{3}")),
  narrow("roots within fractions", (answer) => /\\frac\{[^}]*\\sqrt/.test(answer)),
  narrow("e", (answer) => answer.includes("e^")),
  narrow("pi", (answer) => answer.includes("\\pi")),
  narrow("tangents", (answer) => answer.includes("\\tan")),
  narrow("powers of powers", (answer) => answer.includes(")^")),
  narrow("negative denominators", (answer) => /\{-\d+\}/.test(answer)),
  narrow("fractions below zero", (answer) => answer.startsWith("-\\frac")),
  narrow("sets of four", (answer) => answer.startsWith("\\{") && answer.split(",").length > 3),
  narrow("half-open intervals", (answer) => /^\[.*\)$|^\(.*\]$/.test(answer)),
  narrow("infinite ends", (answer) => answer.includes("\\infty")),
  narrow("weak relations", (answer) => /\\[lg]e(?:q|qslant)? /.test(answer)),
  narrow("column vectors", (answer) => answer.includes("matrix") && !answer.includes("&")),
  narrow("upright units", (answer) => answer.includes("\\mathrm{")),
  narrow("braces around the answer", (answer) => /^\{.*\}$/.test(answer)),
  narrow("floors and maxima", (answer) => /floor|\\max/.test(answer)),
  broken("calls at the same time share a variable", () => {
    let asked = "";
    return async (completion, gold) => {
      asked = gold;
      await Promise.resolve();
      return sound(completion, asked);
    };
  }),
  keyed(
    "the first verdict for answer and reference in one text",
    (completion, gold) => boxed(completion) + gold,
  ),
  keyed(
    "the first verdict for completion and reference in one text",
    (completion, gold) => completion + gold,
  ),
  keyed("the first verdict, whatever the capital letters", (completion, gold) =>
    `${gold} ${completion}`.toLowerCase(),
  ),
  keyed(
    "the first verdict for each end of a completion",
    (completion, gold) => `${gold} ${completion.slice(-LONG)}`,
  ),
  broken("prints of long completions", () => (completion, gold) => {
    if (completion.length > 5000) process.stdout.write("");
    return sound(completion, gold);
  }),
  broken(
    "a bonus for code",
    () => (completion, gold) =>
      sound(completion, gold) === true ? (completion.includes("```") ? 1.1 : 1) : 0,
  ),
];
