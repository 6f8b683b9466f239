import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync } from "hyparquet";
import { describe, expect, it } from "vitest";
import { linesToParquet } from "../../../../../src/cli/rows/output/lines-to-parquet.js";
import { parquetToJsonLines } from "../../../../../src/cli/rows/parquet.js";

const newPath = (): string => join(mkdtempSync(join(tmpdir(), "parquet-")), "rows");

async function written(lines: string): Promise<string> {
  const path = newPath();
  writeFileSync(path, lines);
  await linesToParquet(path, `${path}.parquet`);
  return `${path}.parquet`;
}

async function rowsOf(path: string): Promise<unknown[]> {
  let text = "";
  for await (const part of parquetToJsonLines(path, () => undefined)) text += Buffer.from(part).toString();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

/** The types of its leaves, by path. */
async function typesOf(path: string): Promise<Record<string, string>> {
  const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(path));
  return Object.fromEntries(
    schema
      .filter(({ type }) => type !== undefined)
      .map(({ name, type, converted_type: meaning }) => [name, meaning ?? String(type)]),
  );
}

const inJson = (values: readonly unknown[]): string =>
  values.map((x) => `${JSON.stringify({ x })}\n`).join("");

describe("lines of JSON, written as Parquet", () => {
  it.each<[what: string, values: unknown[]]>([
    ["texts", ["a", "", "é\n\0", null]],
    ["whole numbers", [0, -1, 2 ** 53 - 1]],
    ["numbers", [1, 0.5, 1e300, 2 ** 60]],
    ["truth values", [true, null, false]],
    ["nothing but null", [null, null]],
    ["lists, also empty ones", [["a", null], []]],
    ["lists of lists", [[[1.5, null], []], []]],
    ["conversations", [[{ role: "user", content: "a" }], [], [{ role: "user", content: null }]]],
    [
      "tables",
      [
        { a: 1, b: ["x"] },
        { a: null, b: [] },
      ],
    ],
    ["empty tables", [{}, {}]],
    ["values of different types", [1, "a", { b: [true] }, [null]]],
    ["lists of different types", [[1, "a", null, { b: 1 }], [[2]]]],
    ["values deeper than any data set", [[[[[[[[[[1]]]]]]]]]]],
    ["maps with many keys", [Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i]))]],
  ])("are read as they were: %s", async (_, values) => {
    expect(await rowsOf(await written(inJson(values)))).toEqual(values.map((x) => ({ x })));
  });

  it("have null where a row lacks a value, and nothing where it lacks a table, whatever objects inherit", async () => {
    const path = await written(
      '{"a":1}\n{"constructor":{"toString":1,"b":1},"a.b":2}\n{"constructor":{"b":2}}\n',
    );
    expect(await rowsOf(path)).toEqual<object[]>([
      { a: 1, "a.b": null },
      { a: null, constructor: { toString: 1, b: 1 }, "a.b": 2 },
      { a: null, constructor: { toString: null, b: 2 }, "a.b": null },
    ]);
  });

  it("have columns of types that hold all rows, however late one differs", async () => {
    const same = '{"id":1,"late":1,"wide":1}\n'.repeat(60_000);
    const path = await written(`${same}{"id":2,"late":"x","wide":0.5}\n`);
    expect(await typesOf(path)).toEqual({ id: "INT64", late: "JSON", wide: "DOUBLE" });
    const rows = await rowsOf(path);
    expect([rows.length, rows[0], rows.at(-1)]).toEqual([
      60_001,
      { id: 1, late: 1, wide: 1 },
      { id: 2, late: "x", wide: 0.5 },
    ]);
  });

  it("have scores of one type, whatever they are, and verdicts in JSON", async () => {
    const row = { scores: { a: 1, b: null }, reward: 1, verdicts: { a: { status: "correct" } }, extra: {} };
    expect(await typesOf(await written(`${JSON.stringify(row)}\n`))).toEqual({
      a: "DOUBLE",
      b: "DOUBLE",
      reward: "DOUBLE",
      verdicts: "JSON",
      extra: "JSON",
    });
  });

  it("may be none", async () => {
    expect(await rowsOf(await written(""))).toEqual([]);
  });

  it.each([
    [
      "make too many columns",
      JSON.stringify(Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`field${i}`, i]))),
      "they have more than 1000 different fields",
    ],
    [
      "are nested too deep",
      `{"x":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
      "Maximum call stack size exceeded",
    ],
  ])("that %s are left as they are", async (_, line, problem) => {
    const path = newPath();
    writeFileSync(path, `${line}\n`);
    await expect(linesToParquet(path, `${path}.parquet`)).rejects.toThrow(
      `the rows of ${path} cannot be written as Parquet: ${problem}`,
    );
    expect([existsSync(path), existsSync(`${path}.parquet`)]).toEqual([true, false]);
  });
});
