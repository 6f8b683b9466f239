import fc from "fast-check";

/** What scanners look for, what they might trip over, and what templates are made of. */
const FRAGMENTS = [
  "\\boxed{",
  "\\fbox {",
  "{",
  "}",
  "\\",
  "\\{",
  "\\}",
  "<think>",
  "</think>",
  "<think>\n",
  "\n</think>\n",
  "<answer>",
  "</answer>",
  "<answer>\n",
  "\n</answer>",
  "The answer is ",
  "answer:",
  "####",
  "答案是",
  "\\frac{1}{2}",
  "$",
  "**",
  "%",
  "/",
  ".",
  "。",
  ",",
  " ",
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\ufeff",
  "\u200b",
  "\u2028",
  "42",
  "-1",
  "1e5",
  "½",
  "²",
  "４２",
  "😀",
  "\ud83d",
  "\ude00",
  "__proto__",
];

const loneSurrogate = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));

/** Tags, braces and phrases in any order, with any characters between them. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...FRAGMENTS), weight: 6 },
      { arbitrary: fc.string({ unit: "binary", maxLength: 4 }), weight: 1 },
      { arbitrary: loneSurrogate, weight: 1 },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

/** Text that means nothing to any scanner. */
export const plainText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom("b", "C", "7", " ", "\n", "-", "'", "é", "😀"), { maxLength: 30 })
  .map((parts) => parts.join(""));

/** A short word or number without white space. */
const word: fc.Arbitrary<string> = fc
  .array(fc.constantFrom("b", "C", "7", "é", "-"), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(""));

/** Any text, with or without an answer behind it that each scanner finds. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  fc
    .tuple(hostileText, fc.constantFrom("boxed", "tagged", "sentence"), word, plainText)
    .map(([before, form, answer, behind]) => {
      if (form === "boxed") return `${before} \\boxed{${answer}}${behind}`;
      if (form === "tagged") return `${before}<answer>${answer}</answer>${behind}`;
      return `${before}\nThe answer is ${answer}.\n${behind}`;
    }),
);
