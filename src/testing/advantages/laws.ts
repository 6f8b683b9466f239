import { createRandom, type Random } from "../random.js";

export type Groups = readonly (readonly number[])[];
/** An estimator: the advantages of groups of rewards. */
export type AdvantageFunction = (groups: number[][]) => readonly (readonly number[])[];

/** What an estimator means to be. The default is GRPO's: centred, and divided by the deviation of the group. */
export interface AdvantageTraits {
  /** Advantages of a group sum to 0. @default true */
  readonly zeroSum: boolean;
  /** What a factor on all rewards does. @default "invariant" */
  readonly scale: "invariant" | "linear" | "free";
  /** Opposite rewards have opposite advantages. @default true */
  readonly odd: boolean;
  /** What the sample deviation of advantages within a group is; `null`: anything. @default 1 */
  readonly deviation: number | null;
  /** Each group is judged by itself. @default true */
  readonly perGroup: boolean;
  /** Within a group, advantages are as far apart as rewards are, but for a factor. @default true */
  readonly affine: boolean;
}

export const GRPO_TRAITS: AdvantageTraits = {
  zeroSum: true,
  scale: "invariant",
  odd: true,
  deviation: 1,
  perGroup: true,
  affine: true,
};

/** A law of estimators. */
export interface AdvantageLaw {
  /** `A1` to `A10`, and `A13`. */
  readonly id: string;
  readonly title: string;
  readonly isAsked: (traits: AdvantageTraits) => boolean;
  readonly draw: (random: Random) => Groups;
  /** Whether the estimator keeps the law on these groups. */
  readonly holds: (estimate: AdvantageFunction, groups: Groups, traits: AdvantageTraits) => boolean;
}

/** Loose enough for an epsilon of 1e-4 under the fraction, with the deviations that are drawn. */
const TOLERANCE = 2e-3;
const near = (a: number, b: number, size = 1): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(size, Math.abs(a), Math.abs(b));
const sameAll = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => near(value, b[i] as number));
const sameGroups = (a: Groups, b: Groups): boolean =>
  a.length === b.length && a.every((group, i) => sameAll(group, b[i] as readonly number[]));
const run = (estimate: AdvantageFunction, groups: Groups): Groups =>
  estimate(groups.map((group) => [...group]));
const mapped = (groups: Groups, change: (value: number) => number): Groups =>
  groups.map((group) => group.map(change));

const VALUES = [0, 1, 1, 0.5, -1, 2, 3.7, 0.375, -4, 10];
/** One reward of many stands out, and has a great advantage. */
const drawLargeGroup = (random: Random): readonly number[] => {
  const group = Array<number>(random.between(20, 60)).fill(0);
  return group.with(random.below(group.length), 1);
};
const drawGroup = (random: Random): readonly number[] => {
  if (random.below(10) === 0) return drawLargeGroup(random);
  const group = Array.from({ length: random.between(2, 7) }, () => random.pick(VALUES));
  return new Set(group).size > 1 ? group : [...group, (group[0] ?? 0) + 1];
};
const drawGroups = (random: Random): Groups =>
  Array.from({ length: random.between(1, 3) }, () => drawGroup(random));
const constants = [0.3, 0.1, 1, 0, -0.7, 1e7 + 0.1];
const drawConstant = (random: Random): Groups => [
  Array<number>(random.between(1, 9)).fill(random.pick(constants)),
  drawGroup(random),
];
const HOSTILE = [NaN, Infinity, -Infinity, 1e300, -1e300, 5e-324];
const drawHostile = (random: Random): Groups => [
  [...drawGroup(random), random.pick(HOSTILE)],
  drawGroup(random),
];

const always = (): boolean => true;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function deviation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

const isOrdered = (rewards: readonly number[], advantages: readonly number[]): boolean => {
  const places = [...rewards.keys()].sort((i, j) => (rewards[i] as number) - (rewards[j] as number));
  return places.slice(1).every((place, i) => {
    const before = places[i] as number;
    const [p, q] = [advantages[before] as number, advantages[place] as number];
    return rewards[before] === rewards[place] ? near(p, q) : p < q;
  });
};

/** Whether each advantage lies on the line through those of the least and the greatest reward. */
function isAffine(rewards: readonly number[], advantages: readonly number[]): boolean {
  const [least, most] = [Math.min(...rewards), Math.max(...rewards)];
  const low = advantages[rewards.indexOf(least)] as number;
  const high = advantages[rewards.indexOf(most)] as number;
  return rewards.every((reward, i) =>
    near(advantages[i] as number, low + ((high - low) * (reward - least)) / (most - least || 1)),
  );
}

/** The laws of estimators that work on groups. */
export const ADVANTAGE_LAWS: readonly AdvantageLaw[] = [
  {
    id: "A1",
    title: "a group's advantages sum to 0",
    isAsked: ({ zeroSum }) => zeroSum,
    draw: drawGroups,
    holds: (estimate, groups) => run(estimate, groups).every((group) => near(sum(group), 0)),
  },
  {
    id: "A2",
    title: "equal rewards have no advantage",
    isAsked: always,
    draw: drawConstant,
    holds: (estimate, groups) => {
      const flat = groups.findIndex((group) => new Set(group).size === 1);
      return flat < 0 || (run(estimate, groups)[flat] ?? [NaN]).every((value) => Math.abs(value) < 1e-6);
    },
  },
  {
    id: "A3",
    title: "the order of a group does not matter",
    isAsked: always,
    draw: drawGroups,
    holds: (estimate, groups) =>
      sameGroups(
        run(estimate, groups).map((group) => group.toReversed()),
        run(
          estimate,
          groups.map((group) => group.toReversed()),
        ),
      ),
  },
  {
    id: "A4",
    title: "a constant added to a group's rewards changes nothing",
    isAsked: always,
    draw: drawGroups,
    holds: (estimate, groups) =>
      [1, -5, 1e6, 1e8].every((shift) =>
        sameGroups(
          run(estimate, groups),
          run(
            estimate,
            mapped(groups, (value) => value + shift),
          ),
        ),
      ),
  },
  {
    id: "A4",
    title: "a factor on all rewards does what was declared",
    isAsked: ({ scale }) => scale !== "free",
    draw: drawGroups,
    holds: (estimate, groups, { scale }) =>
      sameGroups(
        mapped(run(estimate, groups), (value) => (scale === "linear" ? 4 * value : value)),
        run(
          estimate,
          mapped(groups, (value) => 4 * value),
        ),
      ),
  },
  {
    id: "A5",
    title: "opposite rewards have opposite advantages",
    isAsked: ({ odd }) => odd,
    draw: drawGroups,
    holds: (estimate, groups) =>
      sameGroups(
        mapped(run(estimate, groups), (value) => -value),
        run(
          estimate,
          mapped(groups, (value) => -value),
        ),
      ),
  },
  {
    id: "A5",
    title: "more reward, more advantage",
    isAsked: ({ odd }) => odd,
    draw: drawGroups,
    holds: (estimate, groups) =>
      run(estimate, groups).every((group, i) => isOrdered(groups[i] as readonly number[], group)),
  },
  {
    id: "A6",
    title: "advantages are finite, whatever the rewards",
    isAsked: always,
    draw: drawHostile,
    holds: (estimate, groups) => run(estimate, groups).every((group) => group.every(Number.isFinite)),
  },
  {
    id: "A6",
    title: "rewards that are no numbers leave the other groups alone",
    isAsked: ({ perGroup }) => perGroup,
    draw: drawHostile,
    holds: (estimate, groups) =>
      sameAll(run(estimate, groups).at(-1) ?? [], run(estimate, groups.slice(-1))[0] ?? []),
  },
  {
    id: "A7",
    title: "groups do not matter to one another",
    isAsked: ({ perGroup }) => perGroup,
    draw: (random) => {
      const group = drawGroup(random);
      const at = random.below(group.length);
      // The first once more, and one that is only like it.
      return [group, drawGroup(random), group, group.with(at, (group[at] as number) + 0.125)];
    },
    holds: (estimate, groups) =>
      sameGroups(
        run(estimate, groups),
        groups.flatMap((group) => run(estimate, [group])),
      ),
  },
  {
    id: "A8",
    title: "one advantage per reward, none for a group of one",
    isAsked: always,
    draw: (random) => [drawGroup(random), [random.pick(VALUES)], [random.pick(VALUES)]],
    holds: (estimate, groups) => {
      const found = run(estimate, groups);
      const isAligned =
        found.length === groups.length && groups.every((group, i) => group.length === found[i]?.length);
      return isAligned && groups.every((group, i) => group.length !== 1 || found[i]?.[0] === 0);
    },
  },
  {
    id: "A9",
    title: "the deviation within a group is what was declared",
    isAsked: (traits) => traits.deviation !== null,
    draw: drawGroups,
    holds: (estimate, groups, traits) =>
      run(estimate, groups).every((group) => near(deviation(group), traits.deviation ?? 1)),
  },
  {
    id: "A10",
    title: "advantages of a group are as far apart as its rewards are",
    isAsked: ({ affine }) => affine,
    draw: drawGroups,
    holds: (estimate, groups) =>
      run(estimate, groups).every((group, i) => isAffine(groups[i] as readonly number[], group)),
  },
  {
    id: "A13",
    title: "rewards stay as they are, and the same rewards have the same advantages",
    isAsked: always,
    draw: drawGroups,
    holds: (estimate, groups) => {
      const given = groups.map((group) => [...group]);
      const first = estimate(given);
      return sameGroups(given, groups) && sameGroups(first, run(estimate, groups));
    },
  },
];

export const drawFor = (law: AdvantageLaw, seed: number): Groups => law.draw(createRandom(seed));
