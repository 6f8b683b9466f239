import { describe, expect, it } from "vitest";
import { extractAnswer } from "../../../../src/math/extract/index.js";

const tex = String.raw;

describe("a list of boxes", () => {
  it.each([
    [tex`\boxed{2}, \boxed{3}`, ["2", "3"]],
    [tex`\boxed{1} and \boxed{2} and \boxed{3}`, ["1", "2", "3"]],
    [tex`$x=\boxed{1}$ and $y=\boxed{2}$`, ["1", "2"]],
    [tex`x=\boxed{1}, y=\boxed{2}`, ["1", "2"]],
    [tex`\boxed{1} papers and \boxed{2} bins`, ["1", "2"]],
    [tex`\boxed{(3,3)} \text{ for part (a) and } \boxed{(1,1)}`, ["(3,3)", "(1,1)"]],
    [tex`\[\boxed{-2} \quad \text{and} \quad \boxed{1}.\]`, ["-2", "1"]],
    ["\\[\n\\boxed{1}, \\boxed{2}\n\\]", ["1", "2"]],
    [tex`\boxed{42}\boxed{43}\boxed{44}`, ["42", "43", "44"]],
    [tex`\boxed{1}和\boxed{2}`, ["1", "2"]],
    [tex`\boxed{1}. Then \boxed{2}, \boxed{3}`, ["2", "3"]],
  ])("is one answer: %j", (completion, parts) => {
    expect(extractAnswer(completion)).toMatchObject({ text: parts.join(", "), parts });
  });

  it.each([
    [tex`\boxed{5} or \boxed{6}`, "5 or 6"],
    [tex`\boxed{5}, maybe \boxed{6}`, "5 or 6"],
    [tex`\boxed{5} \text{ or } \boxed{6}`, "5 or 6"],
  ])("of alternatives stays one: %j", (completion, text) => {
    expect(extractAnswer(completion)).toMatchObject({ text });
  });

  it.each([
    [tex`\boxed{7}. Wait, I made an error; it is \boxed{3}.`, "3"],
    [tex`\boxed{42}, no, \boxed{41}`, "41"],
    [tex`\boxed{1} no no no no no \boxed{2}`, "2"],
    [tex`\boxed{\frac12} = \boxed{0.5}`, "0.5"],
    [tex`\boxed{3}, which gives \boxed{7}`, "7"],
    ["\\boxed{5}\n\nAlternatively, \\boxed{5}", "5"],
    ["Step 1: \\boxed{3}\nStep 2: \\boxed{4}", "4"],
    ["\\[ \\boxed{3} \\]\n\\[ \\boxed{4} \\]", "4"],
    [tex`\boxed{5} and \boxed{5}`, "5"],
    [`\\boxed{5}${" and then some".repeat(20)} and \\boxed{6}`, "6"],
  ])("ends where a sentence or a correction begins: %j", (completion, text) => {
    const answer = extractAnswer(completion);
    expect(answer?.text).toBe(text);
    expect(answer?.parts).toBeUndefined();
  });
});

describe("a box", () => {
  it.each([
    [tex`\boxed 5`, "5"],
    [tex`\fbox{5}`, "5"],
    [tex`\\boxed{\\frac{1}{2}}`, tex`\frac{1}{2}`],
    [tex`\boxed{$5$}`, "5"],
    [tex`\boxed{\$5}`, tex`\$5`],
    [tex`\boxed{5!}`, "5!"],
    [tex`\boxed{\boxed{7}}`, tex`\boxed{7}`],
    [tex`\boxed{41} and then \boxed{`, "41"],
    [tex`\boxed{x}`, "x"],
    [tex`It is not \boxed{41} but \boxed{42}`, "42"],
    [tex`\boxed{42}, and the answer isn't $\boxed{41}$`, "42"],
  ])("holds the answer: %j", (completion, text) => {
    expect(extractAnswer(completion)?.text).toBe(text);
  });

  it.each([tex`The answer is not \boxed{42}.`, tex`$x \ne \boxed{42}$`, tex`答案不是\boxed{42}`])(
    "that is denied holds none: %j",
    (completion) => {
      expect(extractAnswer(completion)).toBeNull();
    },
  );

  it.each([
    [tex`\boxed{28}\%`, tex`28\%`],
    [tex`$\boxed{28}$ percent`, tex`28\%`],
    [tex`$\boxed{28\%}$ percent`, tex`28\%`],
    [tex`\boxed{45}^\circ`, tex`45^\circ`],
    [tex`\boxed{10}\text{ cm}^2`, tex`10\text{ cm}^2`],
    [tex`\boxed{10}\text{ and more}`, "10"],
    [tex`\boxed{10} people`, "10"],
  ])("has its unit with it: %j", (completion, text) => {
    expect(extractAnswer(completion)?.text).toBe(text);
  });

  it.each(
    [
      [
        "",
        " ",
        "...",
        tex`\ldots`,
        "?",
        tex`\text{answer}`,
        "your answer here",
        tex`\phantom{2}`,
        "[answer]",
      ],
    ].flat(),
  )("with the placeholder %j hides what stands before it", (content) => {
    expect(extractAnswer(`The answer is 5. \\boxed{6} is wrong. \\boxed{${content}}`)).toBeNull();
  });

  it.each([
    [tex`\boxed{255} so far. Final Answer: The final answer is $10,455$. I hope it is correct.`, "10,455"],
    [tex`\boxed{7}. The final answer is shown above.`, "7"],
    [tex`The answer is \boxed{7}. Wait, no, it is 8.`, "8"],
    [tex`\boxed{7}. No, that's wrong, it should be 8.`, "8"],
    ["$\\boxed{7}$.\n\nActually, the answer should be $8$.", "8"],
    [tex`\boxed{7}. Wait, is it 8? No, it is correct.`, "7"],
    [tex`\boxed{7}. Actually, it is known that 8 is larger.`, "7"],
    [tex`\boxed{7}. No other number works.`, "7"],
    [tex`\boxed{7} is my final answer.`, "7"],
    [tex`\boxed{7}. If we had more, the answer would be 8.`, "7"],
  ])("counts unless a later sentence claims to be final: %j", (completion, text) => {
    expect(extractAnswer(completion)?.text).toBe(text);
  });
});
