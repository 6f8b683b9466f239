import { type Surrounding, SURROUNDINGS } from "../../completions/surroundings.js";
import { createRandom } from "../../random.js";
import { type Case, type Cell, fixedCase, mustAccept, mustReject } from "../case.js";
import { caseOf, cell, type SuiteContext } from "../suite.js";
import { answerOf, plainOf, wrongAnswer } from "./plain-answers.js";

interface Surrounded {
  readonly surrounding: Surrounding;
  readonly gold: string;
  readonly seed: number;
}

const SIMPLE_GOLDS = ["5", "12", "x"];

/** L7: what stands around the answer changes nothing. */
export function surroundingCells(context: SuiteContext): readonly Cell[] {
  const { policy, state, item } = context;
  const make =
    (judge: Case["judge"], isRight: boolean) =>
    ({ surrounding, gold, seed }: Surrounded): Omit<Case, "simpler"> => {
      const answer = isRight ? gold : wrongAnswer(seed);
      return { items: [item(surrounding.write(state(answer), seed), gold)], shown: 0, trace: [], judge };
    };
  const simpler = function* (one: Surrounded): Generator<Surrounded> {
    for (const gold of SIMPLE_GOLDS) if (gold.length < one.gold.length) yield { ...one, gold };
    if (one.seed > 7) yield { ...one, seed: 0 };
  };
  const right = make(mustAccept(policy.threshold), true);
  const wrong = make(mustReject(policy.threshold), false);
  return SURROUNDINGS.flatMap((surrounding) =>
    plainOf(context).flatMap((kind) =>
      [right, wrong].map((law) =>
        cell("L7", surrounding.title, kind, (seed) =>
          caseOf({ surrounding, gold: answerOf(kind, seed), seed }, law, simpler),
        ),
      ),
    ),
  );
}

/** L8: the last answer counts, and a right one before a wrong one does not. */
export function lastAnswerCells(context: SuiteContext): readonly Cell[] {
  const { policy, state, item } = context;
  const { multiple, threshold } = policy;
  if (multiple === "any") return [];
  const make = ([gold, wrong]: readonly [string, string]): Omit<Case, "simpler"> => ({
    items: [item(`${state(gold)} ${state(wrong)}`, gold)],
    shown: 0,
    trace: [],
    judge: mustReject(threshold),
  });
  return plainOf(context).map((kind) =>
    cell("L8", "right, then wrong", kind, (seed) =>
      caseOf([answerOf(kind, seed), wrongAnswer(seed)] as const, make, ([gold]) =>
        gold.length > 1 ? [["5", "8"] as const] : [],
      ),
    ),
  );
}

/** L10: a reference that cannot be read is no reason to pay. */
export const goldErrorCells = ({ policy, state, item }: SuiteContext): readonly Cell[] =>
  ["", " ", "\\frac{", "\\boxed{}", "}{", "$", "\\sqrt[", "???"].map((gold) =>
    cell("L10", `the reference ${JSON.stringify(gold)}`, "text", (seed) =>
      fixedCase([item(state(answerOf("integer", seed)), gold)], mustReject(policy.threshold)),
    ),
  );

/** L20: what the prompt says is no answer. */
export const promptCells = ({ policy, item }: SuiteContext): readonly Cell[] => [
  cell("L20", "the answer stands in the prompt", "integer", (seed) => {
    const gold = wrongAnswer(seed);
    const prompt = `Is it \\boxed{${gold}}? The answer is ${gold}. #### ${gold}`;
    return fixedCase([{ ...item("I do not know.", gold), prompt }], mustReject(policy.threshold));
  }),
  cell("L20", "the prompt for an answer", "integer", (seed) => {
    const { prompt } = item("", "");
    return fixedCase([item(prompt, wrongAnswer(seed))], mustReject(policy.threshold));
  }),
];

const AROUND: readonly (readonly [title: string, change: (gold: string) => string])[] = [
  ["a digit behind it", (gold) => `${gold}3`],
  ["a digit before it", (gold) => `4${gold}`],
  ["a sign before it", (gold) => `-${gold}`],
  ["a zero behind it", (gold) => `${gold}0`],
  ["a decimal behind it", (gold) => `${gold}.5`],
  ["a letter behind it", (gold) => `${gold}x`],
];

/** L21: the reference as a part of another number. */
export const prefixCells = ({ policy, state, item }: SuiteContext): readonly Cell[] =>
  AROUND.map(([title, change]) =>
    cell("L21", title, "integer", (seed) => {
      const gold = String(2 + (seed % 97));
      return fixedCase([item(state(change(gold)), gold)], mustReject(policy.threshold));
    }),
  );

export const HOSTILE: readonly string[] = [
  "\ud800",
  "\u0000",
  "\\",
  "{",
  "}",
  "\\frac",
  "\\boxed",
  "$$",
  "\u202e1",
  "<",
  "^",
  "_",
  "&",
  "\\\\",
  "((((",
  "\\begin{",
  "1e999",
  "--",
  "%",
  "=",
  "\\frac{0}{0}",
];

/** L11: any text is judged, as a completion and as a reference. */
export function hostileCells({ state, item }: SuiteContext): readonly Cell[] {
  const make = (text: string, where: number): Omit<Case, "simpler"> => {
    const items = [item(state(text), "5"), item(text, "5"), item(state("5"), text)];
    return { items: [items[where] as (typeof items)[number]], shown: 0, trace: [], judge: () => undefined };
  };
  const places = ["in the answer", "as the completion", "as the reference"];
  const drawn = places.map((title, where) =>
    cell("L11", title, "text", (seed) => {
      const random = createRandom(seed);
      let text = "";
      for (let i = random.between(1, 8); i > 0; i--) {
        text += random.below(3) === 0 ? String.fromCharCode(random.below(0x2100)) : random.pick(HOSTILE);
      }
      return caseOf(text, (one) => make(one, where), shorterTexts);
    }),
  );
  const repeated = places.flatMap((title, where) =>
    HOSTILE.map((sign) => ({
      ...cell("L11", `many times ${title}`, "trap", () =>
        caseOf(sign.repeat(9), (one) => make(one, where), shorterTexts),
      ),
      title: `${JSON.stringify(sign)} many times ${title}`,
    })),
  );
  return [...drawn, ...repeated];
}

/** The text without a part of it, the largest first. */
export function* shorterTexts(text: string): Generator<string> {
  for (let width = Math.ceil(text.length / 2); width >= 1; width = width === 1 ? 0 : Math.ceil(width / 2)) {
    for (let at = 0; at < text.length; at += width) {
      const shorter = text.slice(0, at) + text.slice(at + width);
      if (shorter.length < text.length) yield shorter;
    }
  }
}
