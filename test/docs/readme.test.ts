import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeBlocks, ROOT } from "./code-blocks.js";

const root = fileURLToPath(ROOT);
const scratch = `${root}test/docs/.readme/`;
const blocks = codeBlocks("README.md");

beforeAll(() => mkdirSync(scratch, { recursive: true }));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Each TypeScript example, with the output that the README promises right behind it. */
const examples = blocks.flatMap((block, i) => {
  const next = blocks[i + 1];
  return block.language === "ts" && next?.language === "text"
    ? [{ code: block.code, output: next.code }]
    : [];
});

const withoutTypes = (code: string): string =>
  ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;

describe("README", () => {
  it("has examples with output", () => expect(examples).toHaveLength(5));

  it.each(examples)("an example prints what stands behind it: $output", ({ code, output }) => {
    writeFileSync(`${scratch}example.mjs`, withoutTypes(code));
    expect(execFileSync(process.execPath, [`${scratch}example.mjs`], { encoding: "utf8" })).toBe(output);
  });

  it("the reward in five lines is served as it stands", () => {
    const own = blocks.find(({ code }) => code.startsWith("// brevity.ts"));
    writeFileSync(`${scratch}brevity.ts`, own?.code ?? "");
    const request = { rewards: [{ name: "brevity" }], completions: ["short", "long ".repeat(100)] };
    const { stdout } = spawnSync(
      process.execPath,
      [`${root}dist/cli/main.js`, "serve", "--rewards", `${scratch}brevity.ts`],
      {
        input: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "score", params: request }),
        encoding: "utf8",
      },
    );
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, result: { scores: { brevity: [1, 0] } } });
  });

  it("the reward that reads a column is served as it stands, and compiles, as do the examples", () => {
    const own = blocks.find(({ code }) => code.startsWith("// closeness.ts"))?.code ?? "";
    writeFileSync(`${scratch}closeness.ts`, own);
    examples.forEach(({ code }, i) => writeFileSync(`${scratch}example-${i}.ts`, code));
    writeFileSync(`${scratch}tsconfig.json`, '{ "extends": "../../../tsconfig.json", "include": ["*.ts"] }');
    execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", scratch]);
    const request = {
      rewards: [{ name: "closeness", options: { scale: 5 } }],
      completions: ["about 1995", "2000", "no idea"],
      columns: { target: [2000, 2000, 2000] },
    };
    const { stdout } = spawnSync(
      process.execPath,
      [`${root}dist/cli/main.js`, "serve", "--rewards", `${scratch}closeness.ts`],
      {
        input: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "score", params: request }),
        encoding: "utf8",
      },
    );
    expect(JSON.parse(stdout)).toMatchObject({ result: { scores: { closeness: [0.5, 1, 0] } } });
  });

  it("the shell example of the bridge answers", () => {
    const shell = blocks.find(({ code }) => code.startsWith("echo"))?.code ?? "";
    const command = shell.replace("npx grpo-rewards", `"${process.execPath}" dist/cli/main.js`);
    const stdout = execFileSync("sh", ["-c", command], { cwd: root, encoding: "utf8" });
    expect(JSON.parse(stdout)).toMatchObject({ result: { scores: { accuracy: [1] } } });
  });

  it("lists every built-in reward, and no other", async () => {
    const { builtinRewards } = await import("../../src/rewards/index.js");
    const { readFileSync } = await import("node:fs");
    const [, table = ""] = readFileSync(new URL("README.md", ROOT), "utf8").split("## Rewards");
    const rows = (table.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
    const names = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(names.sort()).toEqual(builtinRewards.map(({ info }) => info.name).sort());
  });
});
