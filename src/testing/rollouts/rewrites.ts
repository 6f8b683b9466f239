import { statedAnswers, withAnswers } from "../completions/stated-answers.js";
import { LAYOUTS } from "../pairs/surface.js";

/** Another text for the same completion; `undefined` where there is none. */
export interface Rewrite {
  readonly title: string;
  readonly write: (completion: string) => string | undefined;
}

/** Applies to completions that state an answer, beside which other text may stand. */
const beside = (title: string, write: (completion: string) => string | undefined): Rewrite => ({
  title,
  write: (completion) => (statedAnswers(completion).length === 0 ? undefined : write(completion)),
});

/** What may change around an answer. */
export const AROUND_ANSWERS: readonly Rewrite[] = [
  { title: "white space behind it", write: (text) => `${text} \n\n` },
  { title: "a line break before it", write: (text) => `\n${text}` },
  { title: "lines that end as in Windows", write: (text) => text.replace(/\r?\n/g, "\r\n") },
  { title: "more empty lines", write: (text) => text.replaceAll("\n\n", "\n\n\n") },
  beside("a sentence before it", (text) =>
    text.trimStart().startsWith("<") ? undefined : `We first simplify, then substitute. ${text}`,
  ),
  beside("thinking before it", (text) =>
    text.includes("think>") ? undefined : `<think>Let me see.</think>\n${text}`,
  ),
  beside("a full stop behind it", (text) => (/[}$]$/.test(text) ? `${text}.` : undefined)),
];

/** Words, numbers of parts and the like are not mathematics, whatever stands around them. */
const isMathematics = (answer: string): boolean =>
  !/\\text|\$/.test(answer) && !/[a-z]{2}/i.test(answer.replace(/\\[a-z]+/gi, ""));

const grouped = (answer: string): string =>
  /^-?[1-9]\d{3,11}$/.test(answer) ? Number(answer).toLocaleString("en") : answer;

/** Each is as good as what it stands for. */
const SPELLINGS: readonly (readonly [title: string, change: (answer: string) => string])[] = [
  ["fractions as \\dfrac", (answer) => answer.replaceAll("\\frac", "\\dfrac")],
  ["fractions as \\frac", (answer) => answer.replace(/\\[dt]frac/g, "\\frac")],
  ["brackets of a fixed size", (answer) => answer.replace(/\\(?:left|right)(?=[()[\]|])/g, "")],
  ["products by \\times", (answer) => answer.replace(/\\cdot(?![a-zA-Z])/g, "\\times")],
  ["thousands with commas", (answer) => grouped(answer.trim())],
  ["spaces around it", (answer) => `  ${answer} `],
  ...LAYOUTS.filter(({ title }) => !title.startsWith("spaces")).map(
    ({ title, write }) =>
      [title, (answer: string) => (isMathematics(answer) ? write(answer) : answer)] as const,
  ),
];

/** Answers written otherwise, in each place that states one. */
export const OTHER_SPELLINGS: readonly Rewrite[] = SPELLINGS.map(([title, change]) => ({
  title,
  write: (completion) =>
    withAnswers(completion, statedAnswers(completion), (answer) =>
      answer.trim() === "" ? answer : change(answer),
    ),
}));

/** A number that no reference is. */
const ANOTHER_ANSWER = "7000003";

/** Each line is searched for each answer. */
const MOST_ANSWERS = 16;

/** The text without its answers, and without the lines that may tell them in other words. */
function withoutAnswer(completion: string): string | undefined {
  const stated = statedAnswers(completion);
  const answers = [...new Set(stated.map(({ answer }) => answer.trim()))].filter((answer) => answer !== "");
  if (stated.length === 0 || answers.length > MOST_ANSWERS) return undefined;
  const lines = withAnswers(completion, stated, () => "").split("\n");
  return lines
    .filter((line) => !/\p{N}/u.test(line) && !answers.some((answer) => line.includes(answer)))
    .join("\n");
}

/** What takes the answer away. */
export const WITHOUT_ANSWER: readonly Rewrite[] = [
  { title: "its answers are left out", write: withoutAnswer },
  beside("another number in place of its answers", (text) =>
    withAnswers(text, statedAnswers(text), () => ANOTHER_ANSWER),
  ),
  { title: "nothing is left", write: () => "" },
];
