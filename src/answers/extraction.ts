import { choice, type JsonSchema } from "../schema/index.js";
import {
  answerPart,
  boxes,
  firstElement,
  lastElement,
  looseElement,
  outerElement,
  pythonStrip,
  removeThinkingSection,
  type Span,
  type ThinkingMode,
  visibleText,
} from "../text/index.js";
import { isContradicted } from "./rivals.js";

/** Where the answer stands in what follows the thinking; what each means stands in `grpo-rewards list`. */
export type Extraction =
  "auto" | "tagged" | "outer" | "line" | "first_line" | "last_line" | "loose" | "untagged" | "boxed" | "text";

/** How the answer is found in a completion. */
export interface ExtractionOptions {
  /** Where the answer stands. */
  readonly extract?: Extraction;
  /** Name of the element that holds the answer. @default "answer" */
  readonly tag?: string;
  /** Where the thinking ends, which states no answer. @default "auto" */
  readonly thinking?: ThinkingMode;
}

type Scanner = (text: string, tag: string) => string | null;

const cut = (text: string, span: Span | null): string | null => span && text.slice(span.start, span.end);

function lastBox(text: string): Span | null {
  return boxes(text).at(-1)?.content ?? null;
}

/** The element's content, or that of the box in it; `null` if another box states something else. */
function agreed(text: string, element: Span, box: Span | null): string | null {
  const stated = pythonStrip(text.slice(element.start, element.end));
  if (box === null) return stated;
  const boxed = text.slice(box.start, box.end);
  const isWithin = box.start >= element.start && box.end <= element.end;
  return isWithin || pythonStrip(boxed) === stated ? boxed : null;
}

const EXTRACTIONS: Readonly<Record<Extraction, string>> = {
  auto: "the last element, else the last box, else everything; nothing where these state different numbers",
  tagged: "the last element",
  outer: "from the first opening tag to the last closing one",
  line: "the last element without a line break",
  first_line: "the first element without a line break",
  last_line: "the last element of the last line",
  loose: "behind the last opening tag and before the closing one, where they are there",
  untagged: "everything but the tags",
  boxed: "the last \\boxed{}",
  text: "everything",
};

const SCANNERS: Readonly<Record<Extraction, Scanner>> = {
  auto: (text, name) => {
    const element = lastElement(text, { name });
    const box = lastBox(text);
    if (element === null && box === null) return text;
    const answer = element === null ? cut(text, box) : agreed(text, element, box);
    return answer === null || isContradicted(text, answer, name) ? null : answer;
  },
  tagged: (text, name) => cut(text, lastElement(text, { name })),
  outer: (text, name) => cut(text, outerElement(text, { name })),
  line: (text, name) => cut(text, lastElement(text, { name, inLine: true })),
  first_line: (text, name) => cut(text, firstElement(text, { name, inLine: true })),
  last_line: (text, name) => {
    const line = text.slice(text.lastIndexOf("\n") + 1);
    return cut(line, lastElement(line, { name }));
  },
  loose: (text, name) => cut(text, looseElement(text, { name })),
  untagged: (text) => removeThinkingSection(text),
  boxed: (text) => cut(text, lastBox(text)),
  text: (text) => text,
};

/** Finds the answer in what a reader sees, without the white space around it; `null` if the completion states none. */
export type AnswerReader = (completion: string) => string | null;

/** Reads answers as the options say. */
export function answerReader(
  { extract, tag = "answer", thinking }: ExtractionOptions,
  byDefault: Extraction,
): AnswerReader {
  const scan = SCANNERS[extract ?? byDefault];
  return (completion) => {
    const part = answerPart(completion, thinking);
    if (part === null) return null;
    const answer = scan(visibleText(completion.slice(part.start, part.end)), tag);
    return answer === null ? null : pythonStrip(answer);
  };
}

/** The schema of the option that says where the thinking ends. */
export const thinkingSchema = (description: string): JsonSchema =>
  choice<ThinkingMode>(description, {
    auto: "as its tags stand; what is never closed is all thinking",
    prefilled: "the prompt has opened it, so that a completion that does not close it is all thinking",
    none: "think tags mean nothing",
  });

/** The schemas of the options that say where the answer stands. */
export function extractionSchema(
  byDefault: Extraction,
): Readonly<Record<keyof ExtractionOptions, JsonSchema>> {
  return {
    extract: choice("Where the answer stands in what follows the thinking.", EXTRACTIONS, byDefault),
    tag: {
      type: "string",
      pattern: "^[A-Za-z][\\w-]*$",
      default: "answer",
      description: "Name of the element that holds the answer.",
    },
    thinking: thinkingSchema("Where the thinking ends, which states no answer."),
  };
}
