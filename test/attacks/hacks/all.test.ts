import { expect, it } from "vitest";
import { BLIND } from "./blind.js";
import { DECLARED } from "./declared.js";
import { HOSTILE } from "./hostile.js";
import { DISAGREEING, KNOWING } from "./knowing.js";
import { LAYOUTS } from "./layouts.js";
import { PADDINGS } from "./padded.js";

const HACKS = 62;

/** How many completions try each hack. */
function countVariants(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([["K52", DISAGREEING.length]]);
  const add = (id: string, count: number): Map<string, number> =>
    counts.set(id, (counts.get(id) ?? 0) + count);
  for (const { id, completions } of [...BLIND, ...LAYOUTS, ...KNOWING, ...HOSTILE])
    add(id, completions.length);
  for (const { id, padded } of PADDINGS) add(id, padded.length);
  for (const [id, , , answers] of DECLARED) add(id, answers.length);
  return counts;
}

it.each(Array.from({ length: HACKS }, (_, i) => `K${i + 1}`))("%s is tried in several variants", (id) => {
  expect(countVariants().get(id) ?? 0).toBeGreaterThan(2);
});

it("no other hack is tried", () => {
  expect(countVariants().size).toBe(HACKS);
});
