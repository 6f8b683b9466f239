import type { RewardCheckOptions, RewardTarget } from "../../../src/testing/index.js";
import { each, mutantsOf, type RewardMutant } from "./mutant.js";

const MAX = 1000;
const points = {
  right: [
    [MAX / 2, 0.75],
    [MAX, 0.5],
  ],
  wrong: [[MAX, -0.5]],
} as const;
const mutant = mutantsOf("length", {
  kind: "length",
  range: [-1, 1],
  length: { trend: { right: "falling", wrong: "rising" }, points },
});

const codePoints = (text: string): number => Array.from(text).length;
const isRight = (text: string, solution: unknown): boolean => text.includes(`\\boxed{${String(solution)}}`);
const wave = (share: number): number => (1 + Math.cos(share * Math.PI)) / 2;

/** open-r1's cosine, as it should be: right ones fall from 1 to 0.5, wrong ones rise from -1 to -0.5. */
const cosine = (length: number, right: boolean): number => {
  const share = Math.min(1, length / MAX);
  return right ? 0.5 + 0.5 * wave(share) : -0.5 - 0.5 * wave(share);
};

const counting = (title: string, lengthOf: (text: string) => number): RewardMutant =>
  mutant(title, () => each((text, solution) => cosine(lengthOf(text), isRight(text, solution))));
const scoring = (
  title: string,
  score: (length: number, right: boolean, solution: unknown) => unknown,
): RewardMutant =>
  mutant(title, () => each((text, solution) => score(codePoints(text), isRight(text, solution), solution)));

const ofGroups: RewardCheckOptions = { kind: "length", range: [-0.5, 0.5], isGroup: true, length: {} };

/** The reward of Kimi k1.5 over a group, changed. */
const group = (
  title: string,
  score: (lengths: readonly number[], at: number, right: boolean) => unknown,
): RewardMutant => {
  const create =
    (): RewardTarget =>
    (completions, { solution = [] }) => {
      const lengths = completions.map(codePoints);
      return completions.map((text, at) => score(lengths, at, isRight(text, solution[at])));
    };
  return mutant(`in groups, ${title}`, create, ofGroups);
};

const lambda = (lengths: readonly number[], at: number): number => {
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return least === most ? 0 : 0.5 - ((lengths[at] ?? 0) - least) / (most - least);
};

export const LENGTHS: readonly RewardMutant[] = [
  counting("UTF-16 for characters", (text) => text.length),
  counting("bytes for characters", (text) => new TextEncoder().encode(text).length),
  counting("words for characters", (text) => text.split(/\s+/).length),
  counting("white space is free", (text) => codePoints(text.replace(/\s/g, ""))),
  counting("digits count twice", (text) => codePoints(text.replace(/\d/g, "00"))),
  counting("normalised first", (text) => codePoints(text.normalize("NFC"))),
  counting("letters only", (text) => text.replace(/[^a-z]/gi, "").length),
  mutant(
    "characters for tokens",
    () => each((text, solution) => cosine(codePoints(text), isRight(text, solution))),
    { length: { unit: "tokens", trend: { wrong: "rising" } } },
  ),
  scoring("not held at the greatest length", (length, right) =>
    right ? 0.5 + 0.5 * wave(length / MAX) : -0.5 - 0.5 * wave(length / MAX),
  ),
  scoring("longer is better", (length, right) =>
    right ? 1.5 - cosine(length, true) : cosine(length, false),
  ),
  scoring("wrong ones fall as well", (length, right) =>
    right ? cosine(length, true) : -0.5 - 0.5 * Math.min(1, length / MAX),
  ),
  scoring("wrong ones are paid as right ones", (length) => cosine(length, true)),
  scoring("long right ones are worth less than wrong ones", (length, right) =>
    right ? 1 - 2 * Math.min(1, length / MAX) : cosine(length, false),
  ),
  scoring("half the greatest length", (length, right) => cosine(2 * length, right)),
  scoring("one too many", (length, right) => cosine(length < MAX ? length : MAX - 10, right)),
  scoring("in steps that go up and down", (length, right) =>
    right ? 1 - ((length % 300) / 300) * 0.5 : cosine(length, false),
  ),
  scoring("nothing depends on it", (_, right) => (right ? 0.5 : -0.5)),
  scoring(
    "a reference that cannot be read is right",
    (length, right, solution) =>
      cosine(0, right || solution === null || solution === "") - (right ? 1 - cosine(length, true) : 0),
  ),
  mutant("a punishment without a floor", () => each((text) => -Math.max(0, codePoints(text) - 750) / 250), {
    range: [-1, 0],
    length: { points: { right: [[750, 0]] } },
  }),
  mutant(
    "a ramp that begins too early",
    () => each((text) => -Math.min(1, Math.max(0, codePoints(text) - 500) / 500)),
    { range: [-1, 0], length: { points: { right: [[750, 0]] } } },
  ),
  group("no number for equal lengths", (lengths, at, right) => {
    const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
    const share = 0.5 - ((lengths[at] ?? 0) - least) / (most - least);
    return right ? share : Math.min(0, share);
  }),
  group("compared with the first", (lengths, at, right) => {
    const share = Math.max(-0.5, Math.min(0.5, ((lengths[0] ?? 0) - (lengths[at] ?? 0)) / MAX));
    return right ? share : Math.min(0, share);
  }),
  group("the sign", (lengths, at, right) =>
    right ? -lambda(lengths, at) : Math.min(0, -lambda(lengths, at)),
  ),
];
