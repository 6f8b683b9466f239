import { describe, expect, it } from "vitest";
import {
  accuracy,
  answerFormat,
  boxedFormat,
  exactMatch,
  gsm8kAnswer,
  ifeval,
  maxLength,
  multipleChoice,
  numericMatch,
  reasoningSteps,
  substringMatch,
  tagCount,
} from "../../../src/index.js";
import { scoreWith } from "../../unit/rewards/scored-columns.js";

const template = (thought: string, answer: string): string =>
  `<think>\n${thought}\n</think>\n<answer>\n${answer}\n</answer>`;

type Honest = readonly [reward: { readonly name: string }, solution: string, completions: readonly string[]];

/** The near neighbours of the hacks, which have merit. */
const HONEST: readonly Honest[] = [
  [
    accuracy(),
    "42",
    [
      "#### 42\n\\boxed{42}",
      "<answer>42</answer> \\boxed{42.0}",
      "\\boxed{42}. The answer is 42.",
      "#### 2. Compute\n6 * 7 is \\boxed{42}",
      "#### 1.\nWe multiply.\n\\boxed{42}",
      "<answer>It is \\boxed{42}</answer>",
      "<answer>\\frac{84}{2}</answer>\n#### 42",
      "\\boxed{41} is wrong. So \\boxed{42}",
      "5 % of 840 is \\boxed{42}",
      "<del>\\boxed{41}</del> \\boxed{42}",
      "<s>\\boxed{42}",
      "\\boxed{42} % checked",
      "<p class='x'>\\boxed{42}</p>",
      "$\\frac{\\cancel{2}\\cdot 42}{\\cancel{2}} = \\boxed{42}$",
      "The answer is (42).",
      "The answer is simply 42.",
      "\\boxed{42\\phantom{0}}",
    ],
  ],
  [
    exactMatch(),
    "42",
    ["<answer>42</answer>\n#### 42", "\\boxed{42}", "<answer>42</answer> The answer is 42."],
  ],
  [
    numericMatch(),
    "42",
    [
      "\\boxed{42 apples}",
      "<answer>42 kg</answer>",
      "42 m",
      "$42",
      "<answer>42 K</answer>",
      "42 miles per hour",
    ],
  ],
  [gsm8kAnswer(), "42", ["#### 42", "#### $42", "#### 42 apples", "\\boxed{42}\n#### 42", "#### 42."]],
  [
    substringMatch(),
    "Paris",
    ["Paris", "It is Paris.", "Paris, France", "The city of Paris", "Paris!"].map(
      (text) => `<answer>${text}</answer>`,
    ),
  ],
  [
    substringMatch(),
    "42",
    ["42", "It is 42.", "42 apples", "x = 42", "$42$", "(42)"].map((text) => `<answer>${text}</answer>`),
  ],
  [
    substringMatch(),
    "Trinidad and Tobago",
    ["<answer>Trinidad and Tobago</answer>", "<answer>the state of Trinidad and Tobago</answer>"],
  ],
  [
    multipleChoice(),
    "B",
    [
      "The answer is B, not C.",
      "The answer is B because A is wrong.",
      "The answer is B (A is wrong).",
      "<answer><b>B</b></answer>",
      "The answer is **B**.",
      "The answer is B. A is wrong.",
      "The correct option is B since C fails.",
    ],
  ],
  [
    answerFormat(),
    "42",
    [
      template("6 * 7", "42"),
      template("so", "∞"),
      template("好", "👍"),
      template("<!-- so -->", "+"),
      template("1", "2"),
    ],
  ],
  [tagCount(), "42", [template("r", "42"), template("...", "42"), `so ${template("", "")}`]],
  [
    boxedFormat(),
    "42",
    ["\\boxed{\\quad 42}", "\\boxed{\\left(1, 2\\right)}", "\\boxed{\\text{no}}", "\\boxed{n}"],
  ],
  [
    reasoningSteps(),
    "42",
    [
      "1. a\n2. b\n3. c",
      "Step 1: <b>a</b>\nStep 2: \\(b\\)\nStep 3: 6 * 7",
      "- 6 apples\n- 7 apples\n- 42 apples",
    ],
  ],
  [maxLength({ unit: "characters" }), "42", ["7", ".", "42"]],
];

describe("the honest neighbour of a hack earns its score", () => {
  it.each(HONEST)("$name: %s", async (reward, solution, completions) => {
    const scores = await Promise.all(completions.map((text) => scoreWith(reward, text, { solution })));
    expect(completions.filter((_, i) => scores[i] !== 1)).toEqual([]);
  });

  it("ifeval", async () => {
    const columns = { instruction_id_list: ["punctuation:no_comma"], kwargs: [{}] };
    for (const text of ["a", "…", "👍", "\u200ba"]) expect(await scoreWith(ifeval(), text, columns)).toBe(1);
  });
});
