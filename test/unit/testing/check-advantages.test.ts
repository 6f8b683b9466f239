import { describe, expect, it } from "vitest";
import { groupRelative, leaveOneOut } from "../../../src/advantage/index.js";
import { type AdvantageFunction, advantageLaws, checkAdvantages } from "../../../src/testing/index.js";
import { ADVANTAGE_MUTANTS } from "../../testing/advantage-mutants.js";
import { finite, grpo, perGroup } from "../../testing/estimator.js";

describe("checkAdvantages", () => {
  it.each([1, 2, 3])("finds nothing in GRPO's advantages, seed %i", (seed) => {
    expect(checkAdvantages(perGroup(grpo), { seed }).findings).toEqual([]);
  });

  it.each(ADVANTAGE_MUTANTS)("finds the bug: %s", (_, estimate) => {
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
