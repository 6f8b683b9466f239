import type { VerifyOptions } from "../../../src/math/index.js";

/** Two answers that graders get wrong, and what is due; in both directions unless it is one-way. */
interface Trap {
  readonly reference: string;
  readonly answer: string;
  readonly equal: boolean;
  readonly options?: VerifyOptions;
  readonly oneWay?: true;
}

interface Family {
  readonly title: string;
  readonly traps: readonly Trap[];
}

function same(reference: string, answer: string, options?: VerifyOptions): Trap {
  return { reference, answer, equal: true, ...(options && { options }) };
}

function differ(reference: string, answer: string, options?: VerifyOptions): Trap {
  return { reference, answer, equal: false, ...(options && { options }) };
}

const NINES = "9".repeat(3000);
const ONE_MORE = `1${"0".repeat(3000)}`;

/** Numbers: what is read, and how exactly it is compared. */
const NUMBERS: readonly Family[] = [
  {
    title: "no absolute tolerance",
    traps: [
      differ("1.6\\times10^{-19}", "9.1\\times10^{-31}"),
      differ("1/2^{55}", "1/2^{54}"),
      differ("1/2004!", "1/2006!"),
      differ("4.6\\times10^{-24}", "0"),
    ],
  },
  { title: "an exponent is no e", traps: [same("3.89e-10", "3.89×10^{-10}")] },
  { title: "repeating decimals", traps: [same("0.\\overline{3}", "1/3")] },
  {
    title: "the digits given decide",
    traps: [differ("1/3", "0.333"), same("1/3", "0.333333"), differ("1/3", "0.333334")],
  },
  {
    title: "doubles are too short",
    traps: [
      differ("e^{\\pi\\sqrt{163}}", "262537412640768744"),
      same("20!", "2432902008176640000"),
      differ("20!", "2432902008176640001"),
      same("2^{100}", "1267650600228229401496703205376"),
      differ("2^{100}+1", "1267650600228229401496703205376"),
      differ("2^{100}-1", "1267650600228229401496703205376"),
      differ("10^{100}+1", "10^{100}"),
    ],
  },
  {
    title: "precision grows with magnitude",
    traps: [
      differ(`\\sqrt{${NINES}}`, `\\sqrt{${NINES}}+1`),
      differ(`\\sqrt{${NINES}}`, `\\sqrt{${ONE_MORE}}`),
    ],
  },
  {
    title: "infinity is not equal to infinity",
    traps: [same("10^{10^{10}}", "10^{10^{10}}"), differ("10^{10^{10}}", "9!!!!!!")],
  },
  { title: "factorials cancel unexpanded", traps: [same("2025!/2024!", "2025")] },
  {
    title: "separators",
    traps: [same("1,000", "1000"), same("1{,}000+0", "1000"), differ("32, 349", "32349"), same("5.", "5")],
  },
  { title: "mixed numbers", traps: [same("1\\frac12", "3/2"), same("1 1/2", "3/2")] },
  {
    title: "percent",
    traps: [same("5\\%", "0.05"), same("5\\%", "5"), differ("5\\%", "5", { percent: "fraction" })],
  },
  { title: "bases", traps: [same("11_2", "3"), differ("25_6", "25_7")] },
  { title: "times", traps: [differ("12:00", "12")] },
];

/** Expressions: which identities hold. */
const EXPRESSIONS: readonly Family[] = [
  { title: "a variable is no unit", traps: [differ("4t", "4")] },
  { title: "i", traps: [same("i^2", "-1"), same("2i", "\\sqrt{-4}")] },
  {
    title: "degrees",
    traps: [
      same("\\sin 30^\\circ", "1/2"),
      same("90^\\circ", "90"),
      same("90^\\circ", "\\pi/2"),
      differ("90^\\circ", "90", { degrees: "radians" }),
    ],
  },
  { title: "an odd root of a negative number is real", traps: [same("\\sqrt[3]{-8}", "-2")] },
  { title: "an upright e is the number", traps: [differ("1-1/\\mathrm{e}", "1+1/\\mathrm{e}")] },
  {
    title: "no identity that holds for positive numbers only",
    traps: [
      differ("\\sqrt{x^2}", "x"),
      same("\\sqrt{x^2}", "|x|"),
      differ("\\sqrt{xy}", "\\sqrt x\\sqrt y"),
      differ("\\ln x^2", "2\\ln x"),
      same("\\ln x^2", "2\\ln x", { variables: "positive" }),
    ],
  },
  {
    title: "no identity that holds almost everywhere only",
    traps: [differ("\\lfloor x\\rfloor+\\lfloor -x\\rfloor", "-1")],
  },
  { title: "underflow is no equality", traps: [differ("x^{10000}", "x^{10001}")] },
  {
    title: "an n that only integers fit is an integer",
    traps: [same("(-1)^{n+1}", "-(-1)^n"), same("\\cos n\\pi", "(-1)^n")],
  },
  {
    title: "what an unbraced argument takes",
    traps: [same("\\sqrt12", "2\\sqrt{3}"), same("2^10", "1024"), same("\\frac12", "1/2")],
  },
  { title: "arithmetic with nothing", traps: [same("0+x", "x"), same("-(-x)", "x")] },
];

/** Collections, relations and words. */
const COMPOUNDS: readonly Family[] = [
  {
    title: "brackets and order",
    traps: [
      differ("(1,2)", "[1,2]"),
      differ("(1,2)", "(2,1)"),
      same("\\{1,2\\}", "\\{2,1\\}"),
      same("1,2", "2,1"),
      differ("1,2", "2,1", { listOrder: "ordered" }),
      same("\\begin{pmatrix}1\\\\2\\end{pmatrix}", "(1,2)"),
    ],
  },
  {
    title: "plus or minus is two values",
    traps: [differ("\\pm2", "2"), same("2\\pm\\sqrt3", "2+\\sqrt3, 2-\\sqrt3")],
  },
  {
    title: "relations by their solutions",
    traps: [
      same("x=1", "1"),
      same("y=2x+3", "2x-y+3=0"),
      same("x>1", "(1,\\infty)"),
      differ("x=1", "y=1"),
      differ("x>1", "x\\ge1"),
    ],
  },
  { title: "units", traps: [same("10\\text{ cm}", "10"), differ("10\\text{ cm}", "10\\text{ m}")] },
  {
    title: "approximately",
    traps: [
      { reference: "11", answer: "x\\approx11", equal: true, oneWay: true },
      { reference: "1/3", answer: "1/3\\approx1.3", equal: true, oneWay: true },
      { reference: "1.3", answer: "1/3\\approx1.3", equal: false, oneWay: true },
    ],
  },
  {
    title: "a false equation is no answer",
    traps: [
      { reference: "2", answer: "3=2", equal: false, oneWay: true },
      { reference: "2", answer: "2=3", equal: false, oneWay: true },
    ],
  },
  {
    title: "two answers are no answer",
    traps: [differ("2", "2 \\text{ or } 3"), differ("3", "2 \\text{ or } 3"), differ("1", "\\{1,2\\}")],
  },
];

export const families: readonly Family[] = [...NUMBERS, ...EXPRESSIONS, ...COMPOUNDS];

/** What no arithmetic can finish, and what no parser should follow: each is a bomb for someone. */
export const bombs: Readonly<Record<string, string>> = {
  "opened displays": "\\[".repeat(100_000),
  "opened spans": "$ ".repeat(100_000),
  "nested parentheses": `${"(".repeat(100_000)}1${")".repeat(100_000)}`,
  "a megabyte of digits": "7".repeat(1_000_000),
  "nested fractions": "\\frac".repeat(10_000),
  "a power tower": "5^{5^{5^{5^5}}}",
  "iterated factorials": "((9!)!)!",
  "a large power of a sum": "(x+1)^{10000}",
  "nested sums": "\\sum_{i=1}^{1000}\\sum_{j=1}^{1000}\\sum_{k=1}^{1000}\\sum_{l=1}^{1000} ijkl",
};
