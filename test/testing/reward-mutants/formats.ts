import { each, mutantsOf, type RewardMutant } from "./mutant.js";

const mutant = mutantsOf("format", { kind: "format", range: [0, 1] });

const TEMPLATE = /^<think>\n([\s\S]*)\n<\/think>\n<answer>\n([\s\S]*)\n<\/answer>\s*$/;
const ANY_TAG = /<\/?(?:think|answer)>/;
const TAGS = ["<think>", "</think>", "<answer>", "</answer>"];
const isFilled = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const count = (text: string, tag: string): number => text.split(tag).length - 1;

/** The format, as it should be judged. */
function sound(text: string): boolean {
  const [, thought = "", answer = ""] = TEMPLATE.exec(text) ?? [];
  return isFilled(thought) && isFilled(answer) && !ANY_TAG.test(thought + answer);
}

const judging = (title: string, judge: (text: string) => unknown): RewardMutant =>
  mutant(title, () => each((text) => Number(judge(text))));
/** Also pays other completions. */
const loose = (title: string, isPaid: (text: string) => boolean): RewardMutant =>
  judging(title, (text) => sound(text) || isPaid(text));
/** Does not pay some that are in the format. */
const narrow = (title: string, isPaid: (text: string) => boolean): RewardMutant =>
  judging(title, (text) => sound(text) && isPaid(text));
const matching = (title: string, pattern: RegExp): RewardMutant => loose(title, (text) => pattern.test(text));

export const FORMATS: readonly RewardMutant[] = [
  matching("open-r1's pattern", /^<think>\n.*?\n<\/think>\n<answer>\n.*?\n<\/answer>$/s),
  matching("not anchored at the end", /^<think>\n[^<]+\n<\/think>\n<answer>\n[^<]+\n<\/answer>/),
  matching("not anchored at the start", /<think>\n[^<]+\n<\/think>\n<answer>\n[^<]+\n<\/answer>$/),
  matching("tags in capitals", /^<think>\n[^<]+\n<\/think>\n<answer>\n[^<]+\n<\/answer>$/i),
  matching("white space in tags", /^<\s*think>\n[^<]+\n<\s*\/think>\n<\s*answer>\n[^<]+\n<\s*\/answer>$/),
  matching(
    "names that only begin so",
    /^<think\w*>\n[^<]+\n<\/think\w*>\n<answer\w*>\n[^<]+\n<\/answer\w*>$/,
  ),
  matching("the answer needs no end", /^<think>\n[^<]+\n<\/think>\n<answer>\n[^<]+$/),
  matching("the thought needs no beginning", /^[^<]+\n<\/think>\n<answer>\n[^<]+\n<\/answer>$/),
  matching("no thought", /^<think>\s*<\/think>\n<answer>\n[^<]+\n<\/answer>$/),
  matching("no answer", /^<think>\n[^<]+\n<\/think>\n<answer>\s*<\/answer>$/),
  matching("nothing that shows", /^<think>\n\u200b\n<\/think>\n<answer>\n[^<]+\n<\/answer>$/),
  matching("the answer first", /^<answer>\n[^<]+\n<\/answer>\n<think>\n[^<]+\n<\/think>$/),
  loose("every tag somewhere", (text) => TAGS.every((tag) => text.includes(tag))),
  loose("every tag once", (text) => TAGS.every((tag) => count(text, tag) === 1)),
  loose("a template in a code fence", (text) => sound(text.replace(/^```\n|\n```$/g, ""))),
  loose("a template in a comment", (text) => sound(text.replace(/^<!--\n|\n-->$/g, ""))),
  loose("a template twice", (text) => sound(text.slice(0, (text.length - 1) / 2))),
  loose("tags that stand twice", (text) => sound(text.replace("<answer>\n\n<answer>", "<answer>"))),
  loose("prose alone", (text) => !ANY_TAG.test(text)),
  narrow("one line", (text) => text.split("\n").length <= 7),
  narrow("ASCII", (text) => !/[\u0080-\uffff]/.test(text)),
  narrow("short texts", (text) => text.length < 1000),
  narrow("no other sign of less", (text) => (text.match(/</g) ?? []).length === 4),
  narrow("no digits", (text) => !/\d/.test(text)),
  mutant("a share for each tag, as often as it stands", () =>
    each((text) => TAGS.reduce((sum, tag) => sum + 0.25 * count(text, tag), 0)),
  ),
  mutant("a share for each tag that is missing", () =>
    each((text) => (sound(text) ? 1 : 0.25 * TAGS.filter((tag) => !text.includes(tag)).length * 0.5)),
  ),
  mutant("a bonus for length", () => each((text) => Number(sound(text)) * (text.length > 500 ? 1 : 0.9))),
  mutant("the prompt's tag is forgotten", () => each((text) => Number(sound(text))), {
    format: { prefilled: true },
  }),
  mutant(
    "a first tag is never needed",
    () => each((text) => Number(sound(text) || sound(`<think>${text}`))),
    { format: { prefilled: true } },
  ),
  judging(
    "a pattern that remembers where it was",
    (() => {
      const pattern = /<think>/g;
      return (text: string) => pattern.test(text) && sound(text);
    })(),
  ),
];
