import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verify } from "../../../src/math/index.js";
import {
  answer,
  codeSubmission,
  completionWith,
  differentPair,
  equivalentPair,
  expression,
  hack,
  latexStyle,
  rewardGroups,
} from "../../../src/testing/fast-check.js";
import { type AnswerKind, checkAdvantages, evaluate, latexOf } from "../../../src/testing/index.js";

it("shrinks equal pairs to what matters", () => {
  const details = fc.check(
    fc.property(
      equivalentPair({ kinds: ["symbolic"] }),
      ({ candidateLatex }) => !candidateLatex.includes("\\sqrt"),
    ),
    { seed: 4, numRuns: 2000 },
  );
  expect(details.failed).toBe(true);
  expect(details.counterexample?.[0].candidateLatex.length).toBeLessThan(25);
});

it("shrinks different pairs to pairs that are different", () => {
  const details = fc.check(
    fc.property(
      differentPair({ kinds: ["integer"] }),
      ({ goldLatex, candidateLatex }) => goldLatex.slice(0, 1) !== candidateLatex.slice(0, 1),
    ),
    { seed: 4, numRuns: 2000 },
  );
  expect(details.failed).toBe(true);
  const [pair] = details.counterexample ?? [];
  expect(pair?.goldLatex).not.toBe(pair?.candidateLatex);
  expect(`${pair?.goldLatex ?? ""}${pair?.candidateLatex ?? ""}`.length).toBeLessThan(8);
});

it("draws the same pairs for a seed", () => {
  const draw = (): readonly string[] =>
    fc.sample(equivalentPair(), { seed: 9, numRuns: 50 }).map(({ candidateLatex }) => candidateLatex);
  expect(draw()).toEqual(draw());
});

it("draws completions that this library's verifier judges as they deserve", () => {
  const isRight = (completion: string): boolean =>
    verify({ reference: "7193", completion }).verdict.status === "correct";
  fc.assert(fc.property(hack({ classes: ["blind", "knowing"] }), ({ completion }) => !isRight(completion)));
  fc.assert(fc.property(completionWith("7193"), isRight));
});

it("draws submissions of each merit, and groups of rewards", () => {
  const merits = fc.sample(codeSubmission("javascript"), { seed: 3, numRuns: 200 }).map(({ merit }) => merit);
  expect(new Set(merits).size).toBe(4);
  fc.assert(
    fc.property(rewardGroups(), (groups) => checkAdvantages(() => groups).verdict === "fail"),
    {
      numRuns: 5,
    },
  );
});

describe("expressions, answers and styles", () => {
  it("of a seed are the same, in any style, and of the variables that are asked for", () => {
    const draw = (): readonly string[] =>
      fc
        .sample(fc.tuple(expression({ variables: ["t"], functions: "none" }), latexStyle()), {
          seed: 5,
          numRuns: 200,
        })
        .map(([drawn, style]) => latexOf(drawn, style));
    expect(draw()).toEqual(draw());
    expect(draw().some((latex) => latex.includes("t"))).toBe(true);
    expect(draw().join("")).not.toMatch(/[xy]|\\sin|\\sqrt/);
  });

  it("in a style are equal to what is plain", () => {
    fc.assert(
      fc.property(expression({ depth: 1 }), latexStyle({ forms: ["S1", "S6", "S9"] }), (drawn, style) => {
        const { verdict } = verify({
          reference: latexOf(drawn),
          completion: `\\boxed{${latexOf(drawn, style)}}`,
        });
        const { value } = evaluate(drawn, { x: 2, y: 3 });
        return Number.isNaN(value) || verdict.status === "correct";
      }),
    );
  });

  it("shrink to what matters", () => {
    const smallest = <Thing>(
      drawn: fc.Arbitrary<Thing>,
      write: (thing: Thing) => string,
      has: string,
    ): string => {
      const { counterexample } = fc.check(
        fc.property(drawn, (thing) => !write(thing).includes(has)),
        { seed: 1, numRuns: 5000 },
      );
      return counterexample === null ? "" : write(counterexample[0]);
    };
    expect(smallest(expression(), latexOf, "\\sin")).toMatch(/^\\sin\(.\)$/);
    expect(smallest(answer({ kinds: ["set"] }), latexOf, "7")).toMatch(/^\\\{.*7.*\}$/);
    const halved = (style: Parameters<typeof latexOf>[1]): string => JSON.stringify(style);
    expect(smallest(latexStyle(), halved, "tfrac")).toBe(
      halved(fc.sample(latexStyle({ forms: [] }), 1)[0]).replace('"frac"', '"tfrac"'),
    );
  });

  it("are of every kind, each of which can be written", () => {
    const drawn = fc.sample(answer(), { seed: 2, numRuns: 600 });
    expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(17);
    expect(drawn.every((one) => latexOf(one) !== "")).toBe(true);
    const kinds: readonly AnswerKind[] = ["interval", "matrix"];
    expect(new Set(fc.sample(answer({ kinds }), 50).map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(() => answer({ kinds: [] })).toThrow("one kind");
  });
});
