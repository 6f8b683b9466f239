import type { Finder, Finding } from "./types.js";

const WINDOW = 2000;
const LETTER_FIRST = /^[\s*]{0,8}\(?([A-Z])\)?(?:(?=[.)：:,，。、;*])|\s?(?=不)|\s*$|\s(?=[A-Z][a-z]))/;
/** A letter behind the words that choose it. */
const CHOSEN =
  /(?:\b(?:answer|choice|option|choose|pick|select|réponse|respuesta|antwort)\b|\b(?:it|that)[’'` ]i?s\b|答案|选择?|选项)(?:[\s:：*"'(是为]|\\boxed\{|\\text\w*\{|\b(?:is|was|should be|must be|would be|for sure|definitely|clearly|option|choice|the|correct|est|es|ist|finale?)\b){0,12}\(?([A-Z])(?![\w'’])/g;
const DENIED = /(?:\bnot|n[’']t|\bnon|不)[^.]{0,12}$/i;
const PARENTHESISED = /\(([A-Z])\)/g;
const JUDGED = /(?:^|\s)([A-Z]) (?:is|est) (?:valid|correct|right|true|the answer|vraie?|juste)\b/g;

/** Another letter that stands beside the chosen one. */
const OTHER_CHOICE =
  /[)\]}*_"'”’.\s$]{0,8}[,;]?\s{0,4}(?:(?:or|alternatively|maybe|perhaps|possibly|either)\b|或者?|\/)[,:]?(?:\s{1,4}(?:maybe|perhaps|possibly|even|else|option|choice|the answer is|it(?:[’']s| is))\b){0,3}[\s*_("'“$]{0,8}[A-Z](?![\w'’])/iy;

function hasAlternative(text: string, end: number): boolean {
  OTHER_CHOICE.lastIndex = end;
  return OTHER_CHOICE.test(text);
}

/** The last letter that a pattern finds, without the denied ones. */
function lastLetter(text: string, pattern: RegExp): Finding | null | undefined {
  let found: Finding | null | undefined;
  for (const match of text.matchAll(pattern)) {
    const letter = match[1] ?? "";
    const start = match.index + match[0].lastIndexOf(letter);
    if (DENIED.test(text.slice(Math.max(0, match.index - 20), start))) continue;
    found = hasAlternative(text, start + 1) ? null : { text: letter, span: { start, end: start + 1 } };
  }
  return found;
}

/**
 * The letter of the option that a text chooses: "the correct answer is C", "I think it's B", "D. It can't be A". `null`
 * if it names another one beside it: "A or B".
 */
export const findChoice: Finder = (text) => {
  const first = LETTER_FIRST.exec(text);
  if (first !== null) {
    const start = first[0].lastIndexOf(first[1] ?? "");
    if (hasAlternative(text, start + 1)) return null;
    return { text: first[1] ?? "", span: { start, end: start + 1 } };
  }
  const offset = Math.max(0, text.length - WINDOW);
  const tail = text.slice(offset);
  let found: Finding | null | undefined;
  for (const pattern of [CHOSEN, JUDGED, PARENTHESISED]) {
    found = lastLetter(tail, pattern);
    if (found !== undefined) break;
  }
  return (
    found && { text: found.text, span: { start: offset + found.span.start, end: offset + found.span.end } }
  );
};
