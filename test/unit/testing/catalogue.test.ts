import { describe, expect, it } from "vitest";
import { KINDS } from "../../../src/testing/answers/index.js";
import { compare } from "../../../src/testing/expression/compare.js";
import { HACKS } from "../../../src/testing/hacks/index.js";
import { DEFAULT_VERIFIER_POLICY, LAW_TITLES } from "../../../src/testing/index.js";
import { createPairSource } from "../../../src/testing/pairs/pair-source.js";
import { LAYOUTS, STYLE_FORMS } from "../../../src/testing/pairs/surface.js";
import { createRandom } from "../../../src/testing/random.js";
import { cellsOf } from "../../../src/testing/verifier/check-verifier.js";
import { DOMAIN_RULES, EQUIVALENCES, MUTATIONS, UNSOUND_RULES } from "../../../src/testing/rules/index.js";

const titled = <Item extends { readonly id: string; readonly title: string }>(
  items: readonly Item[],
): readonly (readonly [string, Item])[] => items.map((item) => [`${item.id} ${item.title}`, item]);

/** What a rule makes of its examples, compared with them. */
function outcomes(rule: (typeof EQUIVALENCES)[number]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 200; seed++) {
    const random = createRandom(seed);
    const example = rule.example(random);
    const made = rule.apply(example, random);
    const outcome = made === undefined ? "not applied" : compare(example, made);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

describe("rules that keep the value", () => {
  it.each(titled(EQUIVALENCES))("%s", (_, rule) => {
    const counts = outcomes(rule);
    expect(counts.get("same") ?? 0).toBeGreaterThan(40);
    expect(counts.get("different") ?? 0).toBe(0);
    expect(counts.get("domain") ?? 0).toBe(0);
  });

  it.each(titled(DOMAIN_RULES))("%s, where both sides are defined", (_, rule) => {
    const counts = outcomes(rule);
    expect((counts.get("same") ?? 0) + (counts.get("domain") ?? 0)).toBeGreaterThan(40);
    expect(counts.get("different") ?? 0).toBe(0);
  });
});

describe("rules that do not", () => {
  it.each(titled([...MUTATIONS, ...UNSOUND_RULES]))("%s", (_, rule) => {
    const counts = outcomes(rule);
    expect((counts.get("different") ?? 0) + (counts.get("domain") ?? 0)).toBeGreaterThan(20);
  });
});

describe("the catalogue", () => {
  const upTo = (letter: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
  const forms = KINDS.flatMap((kind) => kind.forms);
  const mutations = KINDS.flatMap((kind) => kind.mutations);

  const ofPolicy = cellsOf({ ...DEFAULT_VERIFIER_POLICY, extraction: ["boxed", "fbox", "hashes"] }, [
    "symbolic",
  ]);

  it.each([
    ["D", 3, DOMAIN_RULES, [] as readonly string[]],
    ["U", 8, UNSOUND_RULES, []],
    ["E", 52, [...EQUIVALENCES, ...forms], []],
    // The last of the mutations are the unsound rules.
    ["M", 46, [...MUTATIONS, ...mutations], ["M46"]],
    ["S", 45, [...STYLE_FORMS, ...LAYOUTS, ...forms, ...ofPolicy], []],
    ["K", 62, HACKS, []],
    // That calls end, and that scores are in the range, is asked of every call.
    ["L", 22, Object.keys(LAW_TITLES).map((id) => ({ id })), ["L12", "L15"]],
  ])("has an entry for each of %s1 to %s%i", (letter, count, entries, missing) => {
    const ids = new Set(entries.map(({ id }) => id));
    expect(upTo(letter, count).filter((id) => !ids.has(id))).toEqual(missing);
  });
});

describe("a pair source", () => {
  const kinds = KINDS.map(({ kind }) => kind);

  it.each(["equivalent", "different"] as const)("shows every entry of %s pairs in some kind", (relation) => {
    const policy = {
      domain: "exact",
      variables: "real",
      tolerance: 0,
      percent: "value",
      notation: "any",
      entities: "read",
    } as const;
    const source = createPairSource({ relation, policy });
    const nameOf = (focus: object): string => JSON.stringify(focus);
    const [all, shown] = [new Set<string>(), new Set<string>()];
    for (const kind of kinds) {
      for (const focus of source.foci(kind)) {
        const name = nameOf(focus);
        all.add(name);
        for (let seed = 0; seed < 150 && !shown.has(name); seed++) {
          if (source.draw(createRandom(seed), kind, focus) !== undefined) shown.add(name);
        }
      }
    }
    expect([...all].filter((name) => !shown.has(name))).toEqual([]);
    expect(all.size).toBeGreaterThan(50);
  });

  it("draws the same pairs for a seed", () => {
    const texts = (): readonly unknown[] => {
      const source = createPairSource({ relation: "different" });
      const random = createRandom(12);
      return Array.from({ length: 300 }, () => {
        const pair = source.draw(random)?.pair;
        return [pair?.goldLatex, pair?.candidateLatex];
      });
    };
    expect(texts()).toEqual(texts());
  });
});
