import { describe, expect, it } from "vitest";
import {
  comparing,
  fits,
  type SampleFacts,
  type Wish,
} from "../../../../../src/cli/report/browser/select-samples.js";

const sample: SampleFacts = {
  number: 1,
  length: 10,
  reward: 1,
  scores: { accuracy: 1, format: 0, judge: null },
  outcomes: { accuracy: "correct", format: "scored", judge: "system:timeout" },
  approving: ["accuracy"],
  pairs: ['["accuracy","format"]'],
  reasons: ["random"],
  text: "how many marbles? the answer is 42.",
};
const wish = (parts: Partial<Wish>): Wish => ({
  search: "",
  reward: "",
  outcome: "",
  reason: "",
  pair: "",
  ...parts,
});

describe("fits", () => {
  it.each<Partial<Wish>>([
    {},
    { search: "MARBLES 42" },
    { reward: "accuracy" },
    { outcome: "=correct" },
    { outcome: "approved" },
    { outcome: "refused" },
    { reward: "format", outcome: "refused" },
    { reward: "judge", outcome: "=system:timeout" },
    { reward: "judge", outcome: "null" },
    { reason: "random" },
    { pair: '["accuracy","format"]' },
  ])("%j", (parts) => expect(fits(sample, wish(parts))).toBe(true));

  it.each<Partial<Wish>>([
    { search: "marbles 43" },
    { reward: "length" },
    { outcome: "=incorrect" },
    { reward: "format", outcome: "=correct" },
    { reward: "accuracy", outcome: "refused" },
    { reward: "judge", outcome: "refused" },
    { reward: "accuracy", outcome: "null" },
    { reason: "hack" },
    { pair: '["format","accuracy"]' },
  ])("not %j", (parts) => expect(fits(sample, wish(parts))).toBe(false));
});

describe("comparing", () => {
  const samples = [
    { ...sample, number: 3, reward: 0.5 },
    { ...sample, number: 1, reward: null },
    { ...sample, number: 2, reward: 2, scores: { accuracy: 0 } },
    { ...sample, number: 4, reward: 0.5 },
  ];
  const sorted = (key: string, descending: boolean): number[] =>
    samples.toSorted(comparing({ key, descending })).map(({ number }) => number);

  it("puts samples without a value last, and equal ones in the order of the file", () => {
    expect(sorted("reward", true)).toEqual([2, 3, 4, 1]);
    expect(sorted("reward", false)).toEqual([3, 4, 2, 1]);
    expect(sorted("score:accuracy", false)).toEqual([2, 1, 3, 4]);
    expect(sorted("score:unknown", false)).toEqual([1, 2, 3, 4]);
  });
});
