import { execFile, execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeBlocks, examples, PAGES, ROOT } from "./code-blocks.js";

const root = fileURLToPath(ROOT);
const scratch = `${root}test/docs/.pages/`;
const main = `${root}dist/cli/main.js`;

/** Where the files of a page lie while its code runs. */
const folderOf = (page: string): string => `${scratch}${page.replaceAll("/", "-").replace(/\.md$/, "")}/`;

const each = <T extends { readonly code: string }>(blocksOf: (page: string) => readonly T[]): Located<T>[] =>
  PAGES.flatMap((page) =>
    blocksOf(page).map((block, i) => {
      const [firstLine = ""] = block.code.split("\n");
      return { ...block, page, file: `${folderOf(page)}example-${i}`, title: `${page} ${i}: ${firstLine}` };
    }),
  );

type Located<T> = T & { readonly page: string; readonly file: string; readonly title: string };

const typescript = each((page) => codeBlocks(page).filter(({ language }) => language === "ts"));
const scripts = each((page) => examples(page, "ts"));
const commands = each((page) => examples(page, "sh"));
const shell = each((page) => codeBlocks(page).filter(({ language }) => language === "sh"));

const withoutTypes = (code: string): string =>
  ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;

/** Commands find this package where a user's have it installed. */
const NPX = `#!/bin/sh\n[ "$1" = grpo-rewards ] && shift && exec "${process.execPath}" "${main}" "$@"\nexit 127\n`;

beforeAll(() => {
  for (const page of PAGES) {
    mkdirSync(folderOf(page), { recursive: true });
    for (const { attributes, code } of codeBlocks(page))
      if (attributes.file !== undefined) writeFileSync(folderOf(page) + attributes.file, code);
  }
  writeFileSync(`${scratch}npx`, NPX);
  chmodSync(`${scratch}npx`, 0o755);
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe("TypeScript of the pages", () => {
  it("compiles", () => {
    for (const { file, code } of typescript) writeFileSync(`${file}.ts`, `${code}\nexport {};\n`);
    const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
    writeFileSync(
      `${scratch}tsconfig.json`,
      JSON.stringify({ extends: "../../../tsconfig.json", compilerOptions, include: ["**/*.ts"] }),
    );
    const tsc = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", scratch], {
      encoding: "utf8",
    });
    expect(tsc.stdout).toBe("");
  });

  const printed = new Map<string, string>();
  beforeAll(() => {
    const steps = scripts.map(({ file, code }) => {
      writeFileSync(`${file}.mjs`, withoutTypes(code));
      return `console.log("\\0${file}");\nawait import("${file}.mjs").catch(console.log);`;
    });
    // One process for all of them, which takes seconds less.
    writeFileSync(`${scratch}run.mjs`, `${steps.join("\n")}\nprocess.exit();\n`);
    const output = execFileSync(process.execPath, [`${scratch}run.mjs`], { encoding: "utf8" });
    for (const part of output.split("\0").slice(1)) {
      const end = part.indexOf("\n");
      printed.set(part.slice(0, end), part.slice(end + 1));
    }
  });

  it.each(scripts)("prints what stands behind it: $title", ({ file, output }) => {
    expect(printed.get(file)).toBe(output);
  });
});

describe("commands of the pages", () => {
  const run = promisify(execFile);

  it.concurrent.each(commands)("print what stands behind them: $title", async ({ page, code, output }) => {
    const env = { ...process.env, PATH: `${scratch}:${process.env.PATH ?? ""}`, NO_COLOR: "1" };
    const { stdout } = await run("sh", ["-c", `${code}\ntrue`], { cwd: folderOf(page), env });
    expect(stdout).toBe(output);
  });

  const called = shell.flatMap(({ code, page }) =>
    [...code.replaceAll("\\\n", " ").matchAll(/npx grpo-rewards (\w+)([^\n|]*)/g)].map(
      ([, command = "", rest = ""]) => ({ page, command, flags: rest.match(/(?<= )--?[a-z][\w-]*/g) ?? [] }),
    ),
  );
  const names = [...new Set(called.map(({ command }) => command))];

  it.concurrent.each(names)("%s knows all flags that pages give it", async (name) => {
    const { stdout } = await run(process.execPath, [main, name, "--help"]);
    for (const { page, command, flags } of called) {
      if (command !== name) continue;
      for (const flag of flags)
        expect(stdout, `${flag} of ${page}`).toMatch(new RegExp(`(?:^|[ ,])${flag}[ ,]`, "m"));
    }
  });
});

describe("Python of the pages", () => {
  it("compiles", () => {
    const python = each((page) => codeBlocks(page).filter(({ language }) => language === "python"));
    const program =
      "import json, sys\nfor title, code in json.load(sys.stdin):\n    compile(code, title, 'exec')\nprint('compiled')";
    const input = JSON.stringify(python.map(({ title, code }) => [title, code]));
    const { stdout, stderr } = spawnSync("python3", ["-c", program], { input, encoding: "utf8" });
    expect(stdout, stderr).toBe("compiled\n");
  });
});
