import { describe, expect, it } from "vitest";
import { lineBatches } from "../../../../src/cli/rows/line-batches.js";

async function* chunksOf(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

async function batchesOf(texts: readonly string[], maxLineBytes?: number): Promise<[string, boolean][]> {
  const batches: [string, boolean][] = [];
  for await (const { bytes, firstIsTooLong } of lineBatches(chunksOf(texts), maxLineBytes)) {
    batches.push([new TextDecoder().decode(bytes), firstIsTooLong]);
  }
  return batches;
}

describe("lineBatches", () => {
  it.each<[string, string[], string[]]>([
    ["nothing", [], []],
    ["whole lines in one chunk", ["a\nb\n"], ["a\nb\n"]],
    ["a last line without a newline", ["a\nb"], ["a\n", "b"]],
    ["a line over three chunks", ["a\nb", "c", "d\ne\n"], ["a\n", "bcd\ne\n"]],
    ["blank lines", ["\n\n"], ["\n\n"]],
    ["a chunk for each line", ["a\n", "b\n"], ["a\n", "b\n"]],
  ])("batches %s", async (_title, chunks, batches) => {
    expect(await batchesOf(chunks)).toEqual(batches.map((text) => [text, false]));
  });

  it("joins a character that two chunks share", async () => {
    const bytes = Buffer.from("é\n");
    async function* halves(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes.subarray(0, 1));
      yield bytes.subarray(1);
    }
    const batches = [];
    for await (const batch of lineBatches(halves())) batches.push(new TextDecoder().decode(batch.bytes));
    expect(batches).toEqual(["é\n"]);
  });

  it("drops the start of a line over the limit, and keeps its neighbours", async () => {
    expect(await batchesOf(["a\n", "bbb", "bbb", "b\nc\n", "d"], 5)).toEqual([
      ["a\n", false],
      ["b\nc\n", true],
      ["d", false],
    ]);
    expect(await batchesOf(["bbbbb\n"], 5)).toEqual([["bbbbb\n", false]]);
    expect(await batchesOf(["bbb", "bbb"], 5)).toEqual([["", true]]);
  });

  it("hands out memory that holds nothing else", async () => {
    for await (const { bytes } of lineBatches(chunksOf(["a\nb\nccc"]))) {
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
  });
});
