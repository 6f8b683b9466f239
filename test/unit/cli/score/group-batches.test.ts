import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineBatches } from "../../../../src/cli/rows/line-batches.js";
import { groupBatches } from "../../../../src/cli/score/group-batches.js";
import { behindDone, numberedBatches } from "../../../../src/cli/rows/numbered-batches.js";

async function* each<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  for (const item of items) yield await Promise.resolve(item);
}

const chunks = (texts: readonly string[]): AsyncGenerator<Uint8Array> =>
  each(texts.map((text) => Buffer.from(text)));

/** The group of a line is its first letter; a line of dots is in none. */
const keyOf = (line: string): string | null => (line.startsWith(".") ? null : (line[0] ?? null));

async function grouped(texts: readonly string[], maxLineBytes?: number): Promise<string[]> {
  const batches: string[] = [];
  for await (const { bytes } of groupBatches(lineBatches(chunks(texts), maxLineBytes), keyOf))
    batches.push(new TextDecoder().decode(bytes));
  return batches;
}

describe("groupBatches", () => {
  it.each<[string, string[], string[]]>([
    ["nothing", [], []],
    ["holds the last group until it ends", ["a1\nb1\n", "b2\nc1\n"], ["a1\n", "b1\nb2\n", "c1\n"]],
    ["joins a group over many batches", ["a1\n", "a2\n", "a3\nb1\n"], ["a1\na2\na3\n", "b1\n"]],
    [
      "counts a line without a group to its neighbours",
      ["a1\n", ".\n", "a2\n.\nb1"],
      ["a1\n.\na2\n", ".\n", "b1"],
    ],
  ])("%s", async (_title, texts, expected) => {
    const batches = await grouped(texts);
    expect(batches.join("")).toBe(texts.join(""));
    const lines = (all: readonly string[]): string[] => all.map((text) => text.replaceAll(".\n", ""));
    expect(lines(batches).filter((text) => text !== "")).toEqual(
      lines(expected).filter((text) => text !== ""),
    );
  });

  it("keeps apart a line that was too long", async () => {
    expect(await grouped(["a1\n", "aaaaaaaaaa", "aaaaa\na2\na3\n"], 8)).toEqual([
      "a1\n",
      "aaaaa\n",
      "a2\na3\n",
    ]);
  });

  it("loses nothing and parts no group, wherever the chunks are cut", async () => {
    const line = fc.constantFrom("a", "b", "bb", ".", "a…");
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat({ max: 60 })), async (lines, cuts) => {
        const text = lines.map((each) => `${each}\n`).join("");
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const parts = places.slice(1).map((end, i) => text.slice(places[i], end));
        const batches = await grouped(parts.filter((part) => part !== ""));
        expect(batches.join("")).toBe(text);
        const keys = batches.map((batch) => batch.split("\n").filter((each) => each !== "" && each !== "."));
        keys.slice(1).forEach((batch, i) => {
          const [before, after] = [keys[i]?.at(-1)?.[0], batch[0]?.[0]];
          if (before !== undefined && after !== undefined) expect(before).not.toBe(after);
        });
      }),
    );
  });
});

describe("numbered batches", () => {
  it.each([
    [0, ["1+2-0", "3+1-0", "4+1-0"]],
    [1, ["1+2-1", "3+1-0", "4+1-0"]],
    [2, ["3+1-0", "4+1-0"]],
    [9, []],
  ])("behind %i lines that are done", async (done, expected) => {
    const seen: string[] = [];
    const batches = numberedBatches(lineBatches(chunks(["a\nb\n", "c\n", "d"])), "in");
    for await (const { firstLine, lines, skip } of behindDone(batches, done))
      seen.push(`${firstLine}+${lines}-${skip}`);
    expect(seen).toEqual(expected);
  });
});
