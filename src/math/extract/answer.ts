import { checkText } from "../../core/index.js";
import type { Box } from "../../text/boxes.js";
import { answerPart, type ThinkingMode } from "../../text/thinking.js";
import { visibleText } from "../../text/visible.js";
import { findBoxed } from "./boxed.js";
import { findChoice } from "./choice.js";
import { findConclusion } from "./conclusion.js";
import { findBold } from "./emphasis.js";
import { findFinalSentence } from "./final-sentence.js";
import { findJson } from "./json.js";
import { findLastNumber } from "./last-number.js";
import { findMarked } from "./marked.js";
import { findMathSpan } from "./math-span.js";
import { findProgramOutput } from "./program-output.js";
import { checkExtractOptions } from "./options.js";
import { statedBoxes } from "./stated-boxes.js";
import { findTagged } from "./tagged.js";
import type {
  AnswerPart,
  ExtractedAnswer,
  ExtractionMethod,
  ExtractOptions,
  Finder,
  Finding,
  Question,
} from "./types.js";
import { findWhole } from "./whole.js";

const FINDERS: Readonly<Record<ExtractionMethod, readonly Finder[]>> = {
  boxed: [findBoxed],
  answer_tag: [findTagged],
  json: [findJson],
  marked: [findMarked],
  final_sentence: [findFinalSentence, findConclusion, findProgramOutput],
  whole: [findWhole],
  math_span: [findMathSpan],
  bold: [findBold],
  choice: [findChoice],
  last_number: [findLastNumber],
};

const DEFAULT_METHODS: readonly ExtractionMethod[] = [
  "boxed",
  "answer_tag",
  "json",
  "marked",
  "final_sentence",
  "whole",
];

/** What the first finder of a method that sees its form says of it. */
function findBy(method: ExtractionMethod, text: string, question: Question): Finding | null | undefined {
  for (const find of FINDERS[method]) {
    const found = find(text, question);
    if (found !== undefined) return found;
  }
  return undefined;
}

function located(found: Finding, method: ExtractionMethod, offset: number): ExtractedAnswer {
  const { text, parts } = found;
  const span = { start: found.span.start + offset, end: found.span.end + offset };
  return parts === undefined ? { text, span, method } : { text, span, method, parts };
}

/** What a reader sees of what follows the thinking; `null` if the text ends inside it. */
export function readAnswerPart(completion: string, thinking?: ThinkingMode): AnswerPart | null {
  const part = answerPart(completion, thinking);
  if (part === null) return null;
  const text = visibleText(part.start === 0 ? completion : completion.slice(part.start));
  let found: readonly Box[] | undefined;
  return { text, start: part.start, boxes: () => (found ??= statedBoxes(text)) };
}

/** {@link extractAnswer} from a part of a completion that was read before. */
export function extractFrom(part: AnswerPart, options: ExtractOptions): ExtractedAnswer | null {
  const { methods = DEFAULT_METHODS, several = "last", lastNumber = false } = options;
  const question: Question = { several, boxes: part.boxes };
  for (const method of methods) {
    const found = findBy(method, part.text, question);
    if (found !== undefined) return found && located(found, method, part.start);
  }
  const number = lastNumber ? findBy("last_number", part.text, question) : undefined;
  return number ? located(number, "last_number", part.start) : null;
}

/**
 * Finds the final answer of a completion, after its thinking: the last balanced `\boxed{}` with the boxes of the same
 * list, else the last `<answer>`, else an answer in JSON, behind GSM8K's `####`, in a sentence that states it, else
 * the whole text if it is nothing but a value. Never throws on text; linear in the length of the text.
 *
 * @returns `null` if the completion states no answer: none of the forms is there, the last one is empty, holds a
 * placeholder, or hedges, or the text ends inside `<think>`.
 * @throws {RewardError} `bad_options` for an option that there is not.
 */
export function extractAnswer(completion: string, options: ExtractOptions = {}): ExtractedAnswer | null {
  checkText("completion", completion);
  checkExtractOptions(options);
  const part = readAnswerPart(completion, options.thinking);
  return part && extractFrom(part, options);
}
