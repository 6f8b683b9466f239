import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { presets } from "../../src/advantage/index.js";
import { builtinRewards } from "../../src/rewards/index.js";

const SOURCES = new URL("../../src/", import.meta.url);

/** The names that an entry point exports: values, and types, which only its source still shows. */
function exportsOf(path: string): { values: string[]; types: string[] } {
  const text = readFileSync(new URL(path, SOURCES), "utf8");
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const values: string[] = [];
  const types: string[] = [];
  for (const statement of source.statements) {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    if (clause === undefined || !ts.isNamedExports(clause))
      throw new Error(`${path} has more than named exports`);
    const isTypeList = ts.isExportDeclaration(statement) && statement.isTypeOnly;
    for (const { name, isTypeOnly } of clause.elements) {
      (isTypeList || isTypeOnly ? types : values).push(name.text);
    }
  }
  return { values: values.sort(), types: types.sort() };
}

const ENTRY_POINTS = [
  ["index", "index.ts"],
  ["math", "math/index.ts"],
  ["advantage", "advantage/index.ts"],
  ["code", "code/index.ts"],
  ["sandbox", "sandbox/index.ts"],
] as const;

// The files in exports/ are the record: a change of the public API shows as a change of theirs. `vitest -u` writes them.
describe.each(ENTRY_POINTS)("the entry point %s", (name, source) => {
  it("names these exports", async () => {
    const { values, types } = exportsOf(source);
    const lines = [...values, "", ...types.map((type) => `type ${type}`), ""];
    await expect(lines.join("\n")).toMatchFileSnapshot(`exports/${name}.txt`);
  });

  it("has the values when it is loaded", async () => {
    const loaded = (await import(new URL(source, SOURCES).href)) as object;
    expect(Object.keys(loaded).sort()).toEqual(exportsOf(source).values);
  });
});

describe("the numbers", () => {
  it("of the advantage presets", () => {
    const base = { scale: "group", ddof: 1, eps: 0.0001, floor: 0, singleton: "zero", unscorable: "exclude" };
    expect(presets).toEqual({
      trl: base,
      "trl-async": { ...base, ddof: 0, eps: 0.00000001 },
      verl: { ...base, eps: 0.000001, singleton: "raw" },
      "verl-vectorized": { ...base, eps: 0.000001, floor: 0.001, singleton: "raw" },
      "open-instruct": { ...base, scale: "none", ddof: 0, eps: 0.00000001 },
      openrlhf: { ...base, eps: 0.000000001 },
      slime: { ...base, eps: 0.000001 },
      "nemo-rl": { ...base, eps: 0.000001 },
      "ms-swift": { ...base, unscorable: "zero" },
    });
  });

  it("of the rewards' ranges and default options", async () => {
    const numbers = builtinRewards.map(({ info }) => {
      const schemas = info.options.properties as Record<string, { default: unknown }>;
      const withDefault = Object.entries(schemas).filter(([, schema]) => schema.default !== undefined);
      const defaults = withDefault.map(([name, schema]) => [name, schema.default] as const);
      return [info.name, { range: info.range, ...Object.fromEntries(defaults) }] as const;
    });
    const lines = numbers.map((each) => JSON.stringify(each));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("exports/reward-defaults.txt");
  });
});
