import { describe, expect, it } from "vitest";
import { groupRelative, leaveOneOut } from "../../../src/advantage/index.js";
import { type AdvantageFunction, advantageLaws, checkAdvantages } from "../../../src/testing/index.js";

type Group = readonly number[];
const mean = (group: Group): number => group.reduce((sum, value) => sum + value, 0) / group.length;
const deviation = (group: Group, ddof = 1): number => {
  const middle = mean(group);
  return Math.sqrt(
    group.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, group.length - ddof),
  );
};
const finite = (value: number): number => (Number.isFinite(value) && Math.abs(value) < 1e100 ? value : 0);

/** GRPO's advantages, as they should be. */
const grpo = (group: Group): readonly number[] => {
  const clean = group.map(finite);
  if (new Set(clean).size < 2) return clean.map(() => 0);
  const [middle, spread] = [mean(clean), deviation(clean)];
  return clean.map((value) => (value - middle) / (spread + 1e-6));
};
const perGroup =
  (estimate: (group: Group) => readonly number[]): AdvantageFunction =>
  (groups) =>
    groups.map(estimate);

const scaled = (
  change: (advantages: readonly number[], group: Group) => readonly number[],
): AdvantageFunction => perGroup((group) => change(grpo(group), group));

const BUGS: readonly (readonly [string, AdvantageFunction])[] = [
  ["no baseline", perGroup((group) => group.map(finite))],
  [
    "not divided by the deviation",
    perGroup((group) => group.map((value) => finite(value) - mean(group.map(finite)))),
  ],
  [
    "population deviation",
    scaled((found, group) =>
      found.map((value) => (value * deviation(group.map(finite))) / (deviation(group.map(finite), 0) || 1)),
    ),
  ],
  [
    "variance for deviation",
    scaled((found, group) => found.map((value) => value / (deviation(group.map(finite)) || 1))),
  ],
  [
    "median for mean",
    perGroup((group) => {
      const sorted = group.map(finite).sort((a, b) => a - b);
      return grpo(group).map((value) => value + (mean(sorted) - (sorted[sorted.length >> 1] ?? 0)));
    }),
  ],
  ["sign", scaled((found) => found.map((value) => -value))],
  ["absolute values", scaled((found) => found.map(Math.abs))],
  ["only gains", scaled((found) => found.map((value) => Math.max(0, value)))],
  ["clipped at 1", scaled((found) => found.map((value) => Math.max(-1, Math.min(1, value))))],
  [
    "residue of constant groups",
    perGroup((group) => {
      const clean = group.map(finite);
      return clean.map((value) => (value - (mean(clean) + 1e-9)) / (deviation(clean) + 1e-9));
    }),
  ],
  [
    "NaN for constant groups",
    perGroup((group) => {
      const clean = group.map(finite);
      return clean.map((value) => (value - mean(clean)) / deviation(clean));
    }),
  ],
  [
    "NaN passed on",
    perGroup((group) => group.map((value) => (value - mean(group)) / (deviation(group) + 1e-6))),
  ],
  [
    "one mean for the batch",
    (groups) => {
      const middle = mean(groups.flat().map(finite));
      return groups.map((group) => grpo(group).map((value) => value - middle));
    },
  ],
  [
    "one deviation for the batch",
    (groups) => {
      const spread = deviation(groups.flat().map(finite)) || 1;
      return groups.map((group) =>
        new Set(group).size < 2
          ? group.map(() => 0)
          : group.map((value) => (finite(value) - mean(group.map(finite))) / spread),
      );
    },
  ],
  [
    "the first group's baseline",
    (groups) =>
      groups.map((group) =>
        grpo(group).map((value) => value + mean((groups[0] ?? []).map(finite)) - mean(group.map(finite))),
      ),
  ],
  ["sorted", scaled((found) => [...found].sort((a, b) => a - b))],
  ["reversed", scaled((found) => found.toReversed())],
  ["the last one left out", scaled((found) => found.slice(0, -1))],
  ["a group of one", perGroup((group) => (group.length === 1 ? group.map(finite) : grpo(group)))],
  ["an index added", scaled((found) => found.map((value, i) => value + i * 0.01))],
  ["ties broken", scaled((found) => found.map((value, i) => value * (1 + i * 0.01)))],
  [
    "rewards changed in place",
    (groups) => {
      for (const group of groups) group[0] = 0;
      return groups.map(grpo);
    },
  ],
  [
    "a large epsilon",
    perGroup((group) => {
      const clean = group.map(finite);
      return clean.map((value) => (value - mean(clean)) / (deviation(clean) + 0.1));
    }),
  ],
  [
    "memory",
    (() => {
      let calls = 0;
      return (groups) => groups.map((group) => grpo(group).map((value) => value * (1 + (calls++ % 3))));
    })(),
  ],
  [
    "throws for groups of one",
    perGroup((group) => {
      if (group.length < 2) throw new Error("too small");
      return grpo(group);
    }),
  ],
  ["rewards below zero ignored", perGroup((group) => grpo(group.map((value) => Math.max(0, value))))],
];

describe("checkAdvantages", () => {
  it.each([1, 2, 3])("finds nothing in GRPO's advantages, seed %i", (seed) => {
    expect(checkAdvantages(perGroup(grpo), { seed }).findings).toEqual([]);
  });

  it.each(BUGS)("finds the bug: %s", (_, estimate) => {
    for (const seed of [1, 2, 3, 4, 5]) expect(checkAdvantages(estimate, { seed }).verdict).toBe("fail");
  });

  it("shows a bug with few small rewards", () => {
    const [finding] = checkAdvantages(perGroup((group) => group.map(finite))).findings;
    expect(finding).toMatchObject({ law: "A1", groups: [[expect.any(Number), expect.any(Number)]] });
  });

  it("is one test per law as well", () => {
    for (const law of advantageLaws(perGroup(grpo))) expect(law.run, law.title).not.toThrow();
    const laws = advantageLaws(perGroup((group) => group.map(finite)));
    expect(laws.find(({ id }) => id === "A1")?.run).toThrow("become");
  });

  it("finds nothing in this library's estimators", () => {
    const nulled: AdvantageFunction = (groups) =>
      groupRelative(
        groups.map((group) =>
          group.map((value) => (Number.isFinite(value) && Math.abs(value) < 1e100 ? value : null)),
        ),
      );
    expect(checkAdvantages(nulled).findings).toEqual([]);
    const free = { scale: "linear", deviation: null } as const;
    const alone: AdvantageFunction = (groups) =>
      leaveOneOut(
        groups.map((group) =>
          group.map((value) => (Number.isFinite(value) && Math.abs(value) < 1e100 ? value : null)),
        ),
      );
    expect(checkAdvantages(alone, { traits: free }).findings).toEqual([]);
  });
});
