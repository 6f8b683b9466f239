import { describe, expect, it } from "vitest";
import { memoryImage } from "../../../src/sandbox/memory-image.js";

const PAGE = 4096;
const MEMORIES = [
  { name: "zero", fill: [] },
  { name: "data at its start", fill: [0, 1] },
  { name: "data at its end", fill: [8 * PAGE - 1] },
  { name: "data on both sides of a page's border", fill: [3 * PAGE - 1, 3 * PAGE] },
  { name: "data all over", fill: Array.from({ length: 8 * PAGE }, (_, i) => i) },
];

describe.each(MEMORIES)("a memory with $name", ({ fill }) => {
  const original = new Uint8Array(8 * PAGE);
  for (const at of fill) original[at] = 1 + (at % 255);

  it.each([0, 1, 3 * PAGE, 100])("is the same after it was overwritten and has grown by %i", (growth) => {
    const image = memoryImage(original);
    const changed = new Uint8Array(original.length + growth).fill(0xaa);
    image.restore(changed);
    expect(Buffer.compare(changed.subarray(0, original.length), original)).toBe(0);
    expect(changed.subarray(original.length).every((byte) => byte === 0)).toBe(true);
    expect(image.length).toBe(original.length);
  });
});

it("keeps what a memory was, and not what becomes of it", () => {
  const memory = new Uint8Array(PAGE).fill(1);
  const image = memoryImage(memory);
  memory.fill(2);
  image.restore(memory);
  expect(memory.every((byte) => byte === 1)).toBe(true);
});

it("takes a memory that ends within a page", () => {
  const memory = new Uint8Array(PAGE + 10).fill(1, PAGE);
  const image = memoryImage(memory);
  const changed = new Uint8Array(PAGE + 10).fill(3);
  image.restore(changed);
  expect(Buffer.compare(changed, memory)).toBe(0);
});
