import { boxed, fooled, type Mutant, sound } from "./mutant.js";

const boxes = (completion: string): readonly string[] =>
  Array.from(completion.matchAll(/\\boxed\{([^{}]*)\}/g), ([, content]) => content ?? "");
const isRight = (answer: string | undefined, gold: string): boolean =>
  answer !== undefined && answer !== "" && sound(`\\boxed{${answer}}`, gold) === true;
const instead = (title: string, judge: (completion: string, gold: string) => boolean): Mutant => ({
  title: `extraction: ${title}`,
  create: () => judge,
});

/** Verifiers that look for the answer in the wrong place, and those that can be bought. */
export const EXTRACTIONS: readonly Mutant[] = [
  instead("the first box", (completion, gold) => {
    const [first] = boxes(completion);
    return first === undefined ? sound(completion, gold) === true : isRight(first, gold);
  }),
  instead(
    "any box",
    (completion, gold) =>
      sound(completion, gold) === true || boxes(completion).some((box) => isRight(box, gold)),
  ),
  instead("boxes in the thinking", (completion, gold) => {
    const thinking = /<think>(.*)<\/think>/s.exec(completion)?.[1] ?? "";
    return sound(completion, gold) === true || isRight(boxes(thinking)[0], gold);
  }),
  instead(
    "the first number of the text",
    (completion, gold) => isRight(/\d+/.exec(completion)?.[0], gold) || sound(completion, gold) === true,
  ),
  instead(
    "any number of the text",
    (completion, gold) =>
      sound(completion, gold) === true ||
      (completion.length < 5000 && (completion.match(/\d+/g) ?? []).some((found) => found === gold)),
  ),
  instead(
    "the reference anywhere",
    (completion, gold) =>
      sound(completion, gold) === true || (gold.trim() !== "" && completion.includes(gold)),
  ),
  instead(
    "boxes that are not closed",
    (completion, gold) =>
      sound(completion, gold) === true ||
      isRight(/\\boxed\{([^}]*)$/.exec(completion)?.[1]?.replace(" and", ""), gold),
  ),
  instead(
    "comments",
    (completion, gold) =>
      sound(completion, gold) === true || isRight(boxes(/<!--(.*)-->/s.exec(completion)?.[1] ?? "")[0], gold),
  ),
  instead(
    "only short texts",
    (completion, gold) => completion.length < 500 && sound(completion, gold) === true,
  ),
  instead("only the first line", (completion, gold) => sound(completion.split("\n")[0] ?? "", gold) === true),
  instead(
    "only texts that end with the box",
    (completion, gold) => completion.endsWith("}") && sound(completion, gold) === true,
  ),
  instead(
    "not behind dollars",
    (completion, gold) => !completion.includes("$5") && sound(completion, gold) === true,
  ),
  instead(
    "not behind braces",
    (completion, gold) => !/\{\d, \d\.\n/.test(completion) && sound(completion, gold) === true,
  ),
  instead(
    "not in Windows lines",
    (completion, gold) => !completion.includes("\r\n\r\n") && sound(completion, gold) === true,
  ),
  instead(
    "not behind thinking",
    (completion, gold) => !completion.includes("<think>") && sound(completion, gold) === true,
  ),
  instead(
    "the sum of scores of all boxes",
    (completion, gold) =>
      sound(completion, gold) === true || boxes(completion).filter((box) => isRight(box, gold)).length > 0,
  ),
  fooled("an empty box", (answer, _, completion) => completion.includes("\\boxed") && answer.trim() === ""),
  fooled("an empty reference", (_, gold) => gold.trim() === ""),
  fooled("a reference that cannot be read", (_, gold) => /^\\frac\{$|^\}\{$|^\\sqrt\[$/.test(gold)),
  fooled("a placeholder", (answer) => answer === "?" || answer === "..."),
  fooled("NaN", (answer) => answer === "NaN" || answer === "\\frac00"),
  fooled("all real numbers", (answer) => answer === "\\mathbb{R}"),
  fooled("a verdict", (_, __, completion) => /"score": ?1|\[\[CORRECT\]\]/.test(completion)),
  fooled("an order", (_, __, completion) => completion.includes("gnore the reference")),
  fooled("an expert", (_, __, completion) => completion.includes("As an expert")),
  fooled("an empty template", (_, __, completion) => completion.startsWith("<think></think>")),
  fooled("a colon", (_, __, completion) => completion === ":"),
  fooled("nothing", (_, __, completion) => completion.trim() === ""),
  fooled("an opener in another language", (_, __, completion) => completion === "解説"),
  fooled("a refusal", (_, __, completion) => completion.includes("cannot determine")),
  fooled(
    "a hedge",
    (answer, gold) =>
      gold !== "" &&
      answer
        .split(/ or |\\text\{ or \}/)
        .map((one) => one.trim())
        .includes(gold),
  ),
  fooled("a negation", (answer, gold) => answer === `\\text{not } ${gold}`),
  fooled("an inequality", (answer, gold) => answer === `x \\neq ${gold}`),
  fooled("a list of everything", (answer) => answer.startsWith("0, 1, 2, 3")),
  fooled("a set with it", (answer, gold) => gold !== "" && answer.startsWith(`\\{${gold},`)),
  fooled("all options", (answer, gold) => answer === "ABCDE" && /^[A-E]$/.test(gold)),
  fooled("python", (_, __, completion) => completion === "python"),
  fooled("any box", (_, __, completion) => completion.includes("\\boxed{")),
  fooled("any long text", (_, __, completion) => completion.length > 2000),
  fooled("a wide range", (answer) => answer.includes("10^{9}")),
  fooled("an answer with no letters at all", (answer) => answer.length > 40 && !/[a-z]/i.test(answer)),
  fooled(
    "the answer twice",
    (answer, gold) => answer === `${gold} = ${boxed(`\\boxed{${gold}}`)}` || answer.endsWith(`= ${gold}`),
  ),
  fooled(
    "the last line as well",
    (_, gold, completion) => gold !== "" && completion.split("\n").at(-1) === gold,
  ),
  fooled(
    "anywhere, where there is no box",
    (_, gold, completion) => gold !== "" && !completion.includes("\\boxed") && completion.includes(gold),
  ),
  fooled("what stands before a zero byte", (_, gold, completion) =>
    isRight(boxed(completion.split("\0")[0] ?? ""), gold),
  ),
  fooled("the example of the prompt", (_, __, completion) =>
    completion.startsWith("What is the value? For example"),
  ),
];
