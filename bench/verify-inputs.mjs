import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COMPLETIONS = new URL("../../shared/corpus/completions/", import.meta.url);

/** Every `step`th labelled completion of the corpus beside the checkout; none where there is no corpus. */
export function corpusPairs(step) {
  if (!existsSync(COMPLETIONS)) return [];
  const files = readdirSync(COMPLETIONS).filter((file) => file.endsWith(".jsonl"));
  return files
    .sort()
    .flatMap((file) =>
      readFileSync(fileURLToPath(new URL(file, COMPLETIONS)), "utf8")
        .trim()
        .split("\n"),
    )
    .filter((_line, index) => index % step === 0)
    .map((line) => JSON.parse(line))
    .map(({ gold, completion }) => ({ reference: gold, completion }));
}

const EACH = 200;
const numbered = (make) => Array.from({ length: EACH }, (_, i) => make(i + 2));

/** Bare answers as most of a training run's are. */
export const easyPairs = {
  "equal integers": numbered((i) => ({ reference: `${i}`, answer: `${i}` })),
  "different integers": numbered((i) => ({ reference: `${i}`, answer: `${i + 1}` })),
  "equal fractions": numbered((i) => ({ reference: `\\frac{${i}}{1009}`, answer: `${i}/1009` })),
  "a decimal and its fraction": numbered((i) => ({ reference: `${i}.5`, answer: `\\frac{${2 * i + 1}}{2}` })),
  "equal tuples": numbered((i) => ({ reference: `(${i}, 1)`, answer: `(${i},1)` })),
};

const filled = (part) => (size) => part.repeat(Math.ceil(size / part.length)).slice(0, size);
const nested = (open, close) => (size) => {
  const depth = Math.floor(size / (open.length + close.length));
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
};

/** Just under the limits of a parser, over them, and far over them. */
export const BOMB_SIZES = [1_900, 19_000, 200_000];

/** Texts of any size that are made to cost more than they are worth. */
export const bombs = {
  "\\[": filled("\\["),
  "\\(": filled("\\("),
  "$ ": filled("$ "),
  $$: filled("$$"),
  "\\boxed{": filled("\\boxed{"),
  "\\boxed{1}": filled("\\boxed{1} "),
  "<answer>": filled("<answer>"),
  "<think>": filled("<think>"),
  "the answer is": filled("the answer is "),
  "**": filled("**1 "),
  "{}": filled("{"),
  "\\frac": filled("\\frac"),
  "x^": filled("x^"),
  letters: filled("abcxyz"),
  digits: filled("7"),
  "a sum": filled("x+"),
  "a sum of powers": (size) => Array.from({ length: size / 8 }, (_, i) => `x^{${i}}`).join("+"),
  "a sum of roots": (size) => Array.from({ length: size / 12 }, (_, i) => `\\sqrt{${i}}`).join("+"),
  "a product of sums": (size) => Array.from({ length: size / 8 }, (_, i) => `(x+${i})`).join(""),
  "a list": filled("1,"),
  "a list of variables": (size) => Array.from({ length: size / 5 }, (_, i) => `x_{${i}}`).join(","),
  spaces: filled(" "),
  "nested ()": nested("(", ")"),
  "nested \\boxed": nested("\\boxed{", "}"),
  "nested \\sqrt": nested("\\sqrt{", "}"),
  "nested \\sin": nested("\\sin(", ")"),
  "nested {}": nested("{", "}"),
  "nested ^": nested("2^{", "}"),
  "nested fractions": nested("\\frac{1}{1+", "}"),
  "!": (size) => `9${filled("!")(size)}`,
};

/** Short texts whose value no one can afford. */
export const costly = [
  "7^{100000000}",
  "5^{5^{5^{5^5}}}",
  "((9!)!)!",
  "(10^8)!",
  "\\binom{10^8}{5\\cdot10^7}",
  "(x+1)^{10000}",
  "(x+y+z)^{60}",
  "\\sum_{k=1}^{10000000}\\frac1k",
  "\\sum_{i=1}^{1000}\\sum_{j=1}^{1000}\\sum_{k=1}^{1000}\\sum_{l=1}^{1000} ijkl",
  "\\prod_{k=1}^{100000}(x+k)",
  "\\sin^{40}x+\\cos^{40}x",
  "\\sqrt{2+\\sqrt{3+\\sqrt{5+\\sqrt{7+\\sqrt{11}}}}}",
  "\\int_0^\\infty\\frac{\\sin x}{x^{100}+1}dx",
  "10^{10^{10}}\\bmod 997",
  "\\gcd(2^{10^6}-1,2^{10^5}-1)",
];
