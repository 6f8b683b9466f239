import { type Box, boxes } from "../../text/boxes.js";

const LONGEST_DENIAL = 40;
/** What says right before a box that the answer is another one. */
const DENIAL =
  /(?:\b(?:not|never|isn[’']t|wasn[’']t|can[’']t be|cannot be)|不是|并非|≠|\\neq?|\\not\s?=)(?:\s(?:equal to|simply|just|really|actually|exactly|going to be))?$/i;
/** The last characters of denials: most boxes have another one before them. */
const LAST_OF_DENIALS = "treyoqTREYOQ=是非≠";
const MARKUP = " \n\t:$([\\*_";
const MOST_MARKUP = 8;

function isDenied(text: string, { span }: Box): boolean {
  let end = span.start;
  while (end > 0 && span.start - end < MOST_MARKUP && MARKUP.includes(text.charAt(end - 1))) end--;
  if (end === 0 || !LAST_OF_DENIALS.includes(text.charAt(end - 1))) return false;
  return DENIAL.test(text.slice(Math.max(0, end - LONGEST_DENIAL), end));
}

/** The boxes of a text that it does not deny: "not \boxed{3} but \boxed{4}" states 4. */
export function statedBoxes(text: string): readonly Box[] {
  const all = boxes(text);
  return all.some((box) => isDenied(text, box)) ? all.filter((box) => !isDenied(text, box)) : all;
}
