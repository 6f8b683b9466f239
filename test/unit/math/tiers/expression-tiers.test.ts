import { describe, expect, it } from "vitest";
import { judge } from "./judge.js";

type Row = readonly [reference: string, answer: string, equal: boolean];

/** Each pair must be judged so, and by the tier whose kind it is. */
const TABLES: Readonly<Record<string, readonly Row[]>> = {
  canonical_form: [
    ["(x+1)^2", "x^2+2x+1", true],
    ["\\frac{\\sqrt2}{2}", "\\frac{1}{\\sqrt2}", true],
    ["\\sqrt{12}", "2\\sqrt3", true],
    ["\\ln 2+\\ln 5", "\\ln 10", true],
    ["2^{n+1}", "2\\cdot 2^n", true],
    ["\\sqrt[3]{-8}", "-2", true],
    ["i^2", "-1", true],
    ["0.\\overline{3}", "\\frac13", true],
    ["1\\frac12", "3/2", true],
    ["\\frac{2025!}{2024!}", "2025", true],
    ["ab", "ba", true],
    ["4t", "4", false],
    ["x^2+1", "x^2+2", false],
    ["\\sqrt{51}", "51", false],
    ["600\\pi", "600", false],
    ["20!", "2432902008176640001", false],
  ],
  rounded_decimal: [
    ["\\frac13", "0.333333", true],
    ["\\sqrt{17}", "4.123105625617661", true],
    ["0.3", "0.30000000000000004", true],
    ["\\frac13", "0.333", false],
    ["\\frac13", "0.333334", false],
    ["1.5", "1.6", false],
    ["0.123456", "0.1234568", false],
  ],
  structure: [
    ["\\int_0^1 x^x\\,dx+1", "1+\\int_0^1 x^x\\,dx", true],
    ["\\sum_{k=0}^{2000}\\binom{2000}{k}(\\sqrt3)^k", "(1+\\sqrt3)^{2000}", true],
    ["\\sum_{k=0}^{n}\\binom{n}{k}f(2)^k g(3)^{n-k}", "(f(2)+g(3))^n", true],
  ],
  quantity: [
    ["1 kg", "1000 g", true],
    ["25\\text{ cm}^2", "0.0025 m^2", true],
    ["90 minutes", "1 hour 30 minutes", true],
    ["10\\text{ cm}", "10", true],
    ["5\\text{ m}", "500\\text{ cm}", true],
    ["\\$4.50", "450\\text{ cents}", true],
    ["12\\text{ apples}", "12\\text{ pieces of fruit}", true],
    ["-5\\text{ cm}", "-50\\text{ mm}", true],
    ["5\\text{ ft }3\\text{ in}", "63\\text{ in}", true],
    ["-5\\text{ cm}", "5\\text{ cm}", false],
    ["10\\text{ cm}", "10\\text{ m}", false],
    ["5\\text{ m}", "5\\text{ s}", false],
  ],
  ratio: [
    ["0:0", "1:2", false],
    ["12:00", "1:00", false],
    ["3:4", "6:8", true],
    ["3:4", "\\frac34", true],
    ["2:3:5", "4:6:10", true],
    ["2:3:5", "2:5:3", false],
    ["10:05", "10:50", false],
  ],
  matrix: [
    ["(1,2,3)", "\\begin{pmatrix}1&2&3\\end{pmatrix}", true],
    ["\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "[[1,2],[3,4]]", true],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "(1,2)", true],
    ["(2,-1,4)", "2\\hat{i}-\\hat{j}+4\\hat{k}", true],
    ["\\begin{pmatrix}6&8\\end{pmatrix}", "2\\begin{pmatrix}3&4\\end{pmatrix}", true],
    [
      "\\begin{pmatrix}7\\\\10\\end{pmatrix}",
      "\\begin{pmatrix}1&2\\\\2&3\\end{pmatrix}\\begin{pmatrix}1\\\\3\\end{pmatrix}",
      false,
    ],
    ["\\begin{pmatrix}1\\\\2\\end{pmatrix}", "\\begin{pmatrix}1\\\\2\\\\0\\end{pmatrix}", false],
  ],
  cases: [
    ["\\begin{cases}1&x>0\\\\0&x\\le0\\end{cases}", "\\begin{cases}0&x\\le0\\\\1&x>0\\end{cases}", true],
    ["\\begin{cases}1&x>0\\\\0&x\\le0\\end{cases}", "\\begin{cases}1&x\\ge0\\\\0&x<0\\end{cases}", false],
  ],
  collection: [
    ["(1,2)", "A(1,2)", true],
    ["1,2", "2,1", true],
    ["\\{1,2\\}", "\\{2,1,2\\}", true],
    ["(1,2),(3,4)", "(3,4)\\text{ and }(1,2)", true],
    ["\\pm\\sqrt5", "\\{-\\sqrt5,\\sqrt5\\}", true],
    ["a=3,b=4", "b=4,a=3", true],
    ["(3,-2)", "x=3,y=-2", true],
    ["a=4,-8,-10", "-10,-8,4", true],
    ["1,2", "1,1,2", true],
    ["\\langle1,2,3\\rangle", "(1,2,3)", true],
    ["(1,2)", "(2,1)", false],
    ["(1,2)", "[1,2]", false],
    ["(-1,1)", "\\{-1,1\\}", false],
    ["2", "2\\text{ or }3", false],
    ["5", "\\pm5", false],
    ["1", "\\{1,2\\}", false],
    ["\\{x^2,x^3\\}", "\\{x^3,x^3\\}", false],
  ],
  real_set: [
    ["(-\\infty,1)\\cup(1,\\infty)", "\\mathbb{R}-\\{1\\}", true],
    ["x<-1\\text{ or }x>1", "x<-1\\text{ and }x>1", false],
    ["(-\\infty,2)\\cup(2,\\infty)", "\\mathbb{R}\\setminus\\{2\\}", true],
    ["|x|<2", "-2<x<2", true],
    ["x<-1\\text{ or }x>1", "|x|>1", true],
    ["x^2<4", "(-2,2)", true],
    ["x^2-5x+6\\ge0", "(-\\infty,2]\\cup[3,\\infty)", true],
    ["[2,3]\\cap[1,4]", "[2,3]", true],
    ["x\\ne\\pm5", "(-\\infty,-5)\\cup(-5,5)\\cup(5,\\infty)", true],
    ["x=2", "x^2=4", false],
    ["0<x<1", "0<x<2", false],
    ["x>1", "[1,\\infty)", false],
  ],
  relation: [
    ["f(x)=x^2", "y=x^2", true],
    ["A=7", "\\text{Area}=7", true],
    ["x=5", "5", true],
    ["5", "x=2+3=5", true],
    ["|AB|=1", "1", true],
    ["x=\\frac13\\approx1.3", "\\frac13", true],
    ["x^2+y^2=25", "\\frac{x^2}{25}+\\frac{y^2}{25}=1", true],
    ["y=2x+3", "2x-y+3=0", true],
    ["7", "2+5=7", true],
    ["x+y>1", "-x-y<-1", true],
    ["x=1", "y=1", false],
    ["7", "5=7", false],
    ["1", "1=1", false],
  ],
};

describe.each(Object.entries(TABLES))("%s", (tier, rows) => {
  it.each(rows)("%s and %s: %s", (reference, answer, equal) => {
    expect(judge(reference, answer)).toBe(`${equal ? "correct" : "incorrect"} by ${tier}`);
  });
});

/** Wrong, though no tier can prove it. */
it.each([
  ["x^2+50=0", "x^2+51=0"],
  ["a+3z=0", "0"],
  ["3=2", "2"],
  ["y_2=xe^{ax}", "y_3=xe^{ax}"],
  ["x+y>1", "x+y<1"],
  ["x>1", "y>1"],
  ["\\{x\\in\\mathbb{Z}\\mid x>1\\}", "\\{x\\in\\mathbb{R}\\mid x>1\\}"],
  ["90^\\circ", "90\\text{ radians}"],
  ["\\$5", "5\\%"],
  ["5", "5\\text{ x}"],
  ["A", "A cat"],
  ["\\text{yes}", "yes/no"],
  ["\\log 2+\\ln 2", "2\\ln 2"],
  ["f(x)=x^2", "y=x^3"],
])("%s and %s are not shown to be equal", (reference, answer) => {
  expect(judge(reference, answer)).toMatch(/^incorrect/);
  expect(judge(answer, reference)).toMatch(/^incorrect/);
});
