import fc from "fast-check";
import { expect, it } from "vitest";
import { verify } from "../../../src/math/index.js";
import {
  codeSubmission,
  completionWith,
  differentPair,
  equivalentPair,
  hack,
  rewardGroups,
} from "../../../src/testing/fast-check.js";
import { checkAdvantages } from "../../../src/testing/index.js";

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
