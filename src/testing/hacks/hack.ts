/**
 * What a hack needs to know. `blind`: nothing, so that any policy can emit it. `guess`: the range or the options.
 * `knowing`: the answer itself; it shows looseness. `harness`: it attacks the program, not the answer.
 */
export type HackClass = "blind" | "guess" | "knowing" | "harness";

/** A right answer and one that is wrong for sure. */
export interface HackContext {
  readonly gold: string;
  readonly wrong: string;
  /** States an answer as the verifier expects it. */
  readonly state: (answer: string) => string;
}

/** A trick of the catalogue: completions without merit. */
export interface Hack {
  /** `K1` to `K62`. */
  readonly id: string;
  readonly title: string;
  readonly class: HackClass;
  readonly completions: (context: HackContext) => readonly string[];
}

export const fixed = (
  id: string,
  title: string,
  hackClass: HackClass,
  completions: readonly string[],
): Hack => ({
  id,
  title,
  class: hackClass,
  completions: () => completions,
});

/** Answers, stated as the verifier expects it. */
export const stated = (
  id: string,
  title: string,
  hackClass: HackClass,
  answers: (context: HackContext) => readonly string[],
): Hack => ({
  id,
  title,
  class: hackClass,
  completions: (context) => answers(context).map((answer) => context.state(answer)),
});

export const written = (
  id: string,
  title: string,
  hackClass: HackClass,
  completions: Hack["completions"],
): Hack => ({ id, title, class: hackClass, completions });
