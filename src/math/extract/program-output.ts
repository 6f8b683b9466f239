import { compareWords } from "../words/index.js";
import type { Finder } from "./types.js";

const OPENING = "```output\n";
const CLOSING = "\n```";
const NUMBER = /^-?\d[\d,]{0,30}(?:\.\d{1,30})?$/;
const FIRST_WORD = /^-?\$?(?:\d[\d,]*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)/i;
const LONGEST_SENTENCE = 300;

function numberOf(digits: string): number {
  return Number(digits.replace(/[$,]/g, ""));
}

/** Whether a sentence begins with the number, in digits or as a word. */
function beginsWith(sentence: string, output: string): boolean {
  const word = FIRST_WORD.exec(sentence)?.[0];
  if (word === undefined || sentence.length > LONGEST_SENTENCE || sentence.includes("\n")) return false;
  if (/\d/.test(word)) return numberOf(word) === numberOf(output);
  return compareWords(word, String(numberOf(output))) === true;
}

/**
 * The number that a program printed, if its output ends the text, or only a sentence follows that begins with the same
 * number: "Three trucks are needed."
 */
export const findProgramOutput: Finder = (text) => {
  const opening = text.lastIndexOf(OPENING);
  if (opening < 0) return undefined;
  const start = opening + OPENING.length;
  const end = text.indexOf(CLOSING, start);
  const output = end < 0 ? "" : text.slice(start, end).trim();
  if (!NUMBER.test(output)) return undefined;
  const behind = text.slice(end + CLOSING.length).trim();
  return behind === "" || beginsWith(behind, output) ? { text: output, span: { start, end } } : undefined;
};
