import fc from "fast-check";
import { expect, it } from "vitest";
import { differentPair, equivalentPair } from "../../../src/testing/fast-check.js";

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
