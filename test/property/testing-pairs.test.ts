import { expect, it } from "vitest";
import { corpus } from "../../src/testing/index.js";
import { isContradicted } from "../testing/second-opinion.js";

const SINGLE = ["integer", "rational", "decimal", "expression", "symbolic"] as const;
const PAIRS = 10_000;

it.each(["equivalent", "different"] as const)("a second evaluator contradicts no %s pair", (relation) => {
  const wrong: string[] = [];
  let count = 0;
  for (const pair of corpus({ seed: Number(process.env.FC_SEED ?? 1), relation, kinds: SINGLE })) {
    if (isContradicted(pair)) wrong.push(`${pair.goldLatex}  ${pair.candidateLatex}`);
    if (++count === PAIRS) break;
  }
  expect(wrong).toEqual([]);
});
