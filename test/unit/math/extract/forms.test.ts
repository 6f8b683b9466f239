import { describe, expect, it } from "vitest";
import { extractAnswer, EXTRACT_PRESETS, type ExtractionMethod } from "../../../../src/math/extract/index.js";

const tex = String.raw;
const by = (method: ExtractionMethod, completion: string): string | undefined =>
  extractAnswer(completion, { methods: [method] })?.text;

describe("json", () => {
  it.each([
    ['{"answer": 42}', "42"],
    ['{"steps": ["answer"], "final_answer": "42"}', "42"],
    ['Here it is:\n```json\n{"answer": "42"}\n```\n', "42"],
    ['{"answer": 41, "answer": 42}', "42"],
    [tex`{"answer": "\\frac{1}{2}"}`, tex`\frac{1}{2}`],
    [tex`{"answer": "\frac{1}{2}"}`, tex`\frac{1}{2}`],
    [tex`{"answer": "a \"b\"\n\u0063"}`, 'a "b" c'],
    ['{"answer": [1, 2]}', "[1, 2]"],
  ])("gives the value of the key in %j", (completion, text) => {
    expect(by("json", completion)).toBe(text);
  });

  it.each([
    '{"score": 1}',
    '{"answer": ""}',
    '{"answer": }',
    'The {"answer": 42} is inside prose',
    '```json\n{"answer": 42}\n``` and more',
    '{"answer": "42',
  ])("gives nothing for %j", (completion) => {
    expect(by("json", completion)).toBeUndefined();
  });
});

describe("whole", () => {
  it.each([
    ["42", "42"],
    [" -1/2\n", "-1/2"],
    ["$\\frac12$", "\\frac12"],
    ["x = 3", "x = 3"],
    ["(1, 2)", "(1, 2)"],
    ["12 apples", "12 apples"],
    ["$28$ %", "28 %"],
    ["yes", "yes"],
    ["\\text{no real solutions}", "\\text{no real solutions}"],
    ["42.", "42"],
    ["**42**", "42"],
    ["**$\\frac12$**", "\\frac12"],
    ["\\frac{1+i}{2}", "\\frac{1+i}{2}"],
    ["e^{i\\pi}", "e^{i\\pi}"],
    ["0<x<1", "0<x<1"],
    ["½", "½"],
    ["（1，2）", "（1，2）"],
    ["–12.", "–12"],
    ["正确", "正确"],
    ["\\left(1,2\\right.", "\\left(1,2\\right."],
    ["-1 < a", "-1 < a"],
  ])("takes %j as an answer", (completion, text) => {
    expect(by("whole", completion)).toBe(text);
  });

  it.each([
    "It is 42.",
    "There are 42 of them.",
    "A train leaves at 5",
    "one of the two",
    "x\n42\ny",
    "A: 1\nB: 2",
    "\\boxed{42",
    "<Answer>42</Answer>",
    "5 </a",
    "5 <b>",
    "i said 5",
    "i'll say 5",
    "＼ｂｏｘｅｄ｛42｝",
    "7".repeat(301),
    "...",
  ])("takes no answer from %j", (completion) => {
    expect(by("whole", completion)).toBeUndefined();
  });
});

describe("math_span", () => {
  it.each([
    ["Since $y=2$, $x \\geq 5$ is the solution.", "x \\geq 5"],
    ["Answer \\[ 9 \\]", "9"],
    ["it grows by $5$ percent", "5\\%"],
    ["\\begin{align*}x&=1\\end{align*}", "\\begin{align*}x&=1\\end{align*}"],
  ])("takes the last math of %j", (completion, text) => {
    expect(by("math_span", completion)).toBe(text);
  });

  it.each(["It costs $5 and $7.", "none", "$ $"])("finds none in %j", (completion) => {
    expect(by("math_span", completion)).toBeUndefined();
  });
});

describe("bold", () => {
  it.each([
    ["**Step 1**\nSo there are **42**.", "42"],
    ["因此，弗兰克一共有**858颗**糖果。", "858"],
  ])("takes the last emphasis of %j", (completion, text) => {
    expect(by("bold", completion)).toBe(text);
  });

  it.each(["**42** is it\nbut that is not the last line", "**all** of it", "** 42"])(
    "finds none in %j",
    (completion) => {
      expect(by("bold", completion)).toBeUndefined();
    },
  );
});

describe("choice", () => {
  it.each([
    ["thinking about it I think the correct answer is C", "C"],
    ["It's not A because it doesn't make sense, therefore I think it's B", "B"],
    ["The answer is for sure D, it can't be A or B", "D"],
    ["D. it can't be A or B", "D"],
    ["(C)", "C"],
    ["B。不是 A", "B"],
    ["B不是 A", "B"],
    ["réponse est C non A", "C"],
    ["Alina and the answer is\n(C) Cecile", "C"],
    ["Because B is valid", "B"],
    ["The answer is \\boxed{\\text{C}}.", "C"],
  ])("is the letter that %j chooses", (completion, letter) => {
    expect(by("choice", completion)).toBe(letter);
  });

  it.each(["No valid answer here", "A train leaves at five.", "I think so.", "", "The answer is Apples."])(
    "is none in %j",
    (completion) => {
      expect(by("choice", completion)).toBeUndefined();
    },
  );
});

describe("EXTRACT_PRESETS", () => {
  it.each([
    ["latex", "so $x+y = 1000$ and then $1$", "1"],
    ["expr", "the number is 10 which is 1,000.99€", "1,000.99"],
    ["string", "The answer is for sure D", "D"],
    ["default", "We get $x=5$ from 7.", "x=5"],
    ["default", "We get 5 from 7.", "7"],
  ] as const)("has %s", (preset, completion, text) => {
    expect(extractAnswer(completion, EXTRACT_PRESETS[preset])?.text).toMatch(text);
  });
});
