const WRAPPERS =
  /\\(?:text\w*|math(?:rm|bf|it|sf|tt)|mbox|phantom|q?quad|displaystyle|left|right|[hv]?space\*?|strut|null|relax|empty|boxed|fbox)\b|[\s\p{Default_Ignorable_Code_Point}{}()[\]<>$*_"'`.…,:!]|\\[ ,;:!()[\]_]/gu;

/** What stands in a template where the answer goes, without its wrappers, spaces and punctuation. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "",
  "?",
  "??",
  "???",
  "-",
  "\\ldots",
  "\\dots",
  "\\cdots",
  "\\square",
  "\\bigcirc",
  "\\star",
  "\\box",
  "answer",
  "youranswer",
  "youranswerhere",
  "yourfinalanswer",
  "yourfinalanswerhere",
  "theanswer",
  "thefinalanswer",
  "thecorrectanswer",
  "finalanswer",
  "correctanswer",
  "answerhere",
  "insertanswer",
  "insertanswerhere",
  "finalanswerhere",
  "result",
  "number",
  "value",
  "expression",
  "solution",
  "correct",
  "placeholder",
  "todo",
  "tbd",
  "答案",
]);

/** What no placeholder holds: to look for it is cheaper than to take the wrappers away. */
const MATH = /[=^+/]|\b\d|\\(?:[dt]?frac|sqrt|pi)/;
const PHANTOM = /^\\phantom\s?\{[^{}]*\}$/;
const LONGEST = 80;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

/** Whether a text holds no answer but the place of one: nothing, `...`, `?`, `\text{your answer here}`. */
export function isPlaceholder(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= DIGIT_0 && first <= DIGIT_9) return false;
  if (text.length > LONGEST) return text.trim() === "";
  if (PHANTOM.test(text)) return true;
  return !MATH.test(text) && PLACEHOLDERS.has(text.replace(WRAPPERS, "").toLowerCase());
}
