import { describe, expect, it } from "vitest";
import { verify, verifyAnswer } from "../../../src/math/index.js";
import { bombs, families } from "./traps.js";

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 20)}…${text.slice(-20)}` : text);

describe.each(families)("$title", ({ traps }) => {
  const directed = traps.flatMap((trap) =>
    trap.oneWay ? [trap] : [trap, { ...trap, reference: trap.answer, answer: trap.reference }],
  );
  const titled = directed.map(
    (trap) =>
      [
        `${shown(trap.reference)} ${trap.equal ? "is" : "is not"} ${shown(trap.answer)}` +
          (trap.options === undefined ? "" : ` under ${JSON.stringify(trap.options)}`),
        trap,
      ] as const,
  );

  it.each(titled)("%s", (_title, { reference, answer, equal, options }) => {
    const { verdict } = verifyAnswer({ reference, answer }, options);
    expect(verdict.status, JSON.stringify(verdict)).toBe(equal ? "correct" : "incorrect");
  });
});

describe("in a completion", () => {
  it.each([
    ["3.89×10^{-10}", "So the constant is \\boxed{3.89e-10}.", "correct"],
    ["2", "Hence \\boxed{3=2}.", "incorrect"],
    ["2", "Hence \\boxed{2=3}.", "incorrect"],
    ["1", "It is \\boxed{1} or \\boxed{2}.", "incorrect"],
    ["2", "It is \\boxed{1} or \\boxed{2}.", "incorrect"],
    ["2 or 3", "It is \\boxed{2 \\text{ or } 3}.", "correct"],
  ])("for %s: %s", (reference, completion, status) => {
    const { verdict } = verify({ reference, completion });
    expect(verdict.status, JSON.stringify(verdict)).toBe(status);
  });

  it("takes no currency for math", () => {
    const { extracted } = verify({ reference: "18", completion: "She pays $18 and gets $5 back." });
    expect(extracted?.method).not.toBe("math_span");
  });
});

it.each(["3=2", "2=3"])("%s is no reference that a number can meet", (reference) => {
  expect(verifyAnswer({ reference, answer: "2" }).verdict.status).not.toBe("correct");
});

describe("every answer equals itself", () => {
  const answers = [
    ...new Set(families.flatMap(({ traps }) => traps.flatMap((trap) => [trap.reference, trap.answer]))),
  ]
    // What states no value, or two that contradict each other, is right for nothing.
    .filter((answer) => !/^\d=\d$/.test(answer));

  it.each(answers.map((answer) => [shown(answer), answer]))("%s", (_shown, answer) => {
    expect(verifyAnswer({ reference: answer, answer }).verdict.status).toBe("correct");
  });
});

describe("bombs", () => {
  it.each(Object.entries(bombs))("%s: a verdict, and not for the price of a number", (_title, bomb) => {
    for (const input of [
      { reference: "1", answer: bomb },
      { reference: bomb, answer: "1" },
    ]) {
      expect(verifyAnswer(input).verdict.status).not.toBe("correct");
    }
    expect(verify({ reference: "1", completion: bomb }).verdict.status).not.toBe("correct");
  });

  it.each([
    "a power tower",
    "iterated factorials",
    "a large power of a sum",
    "nested sums",
    "a megabyte of digits",
  ])("%s equals itself", (name) => {
    const bomb = bombs[name] ?? "";
    expect(verifyAnswer({ reference: bomb, answer: bomb }).verdict.status).toBe("correct");
  });
});
