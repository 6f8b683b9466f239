import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeBlocks, ROOT } from "./code-blocks.js";

const root = fileURLToPath(ROOT);
const copy = `${root}test/docs/.contributing/`;
const steps = codeBlocks("CONTRIBUTING.md").filter(({ attributes }) => attributes.file !== undefined);

/** The part of vitest's JSON report that is looked at. */
interface VitestReport {
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly fullName: string }[] }[];
}

/** Does what a step says: writes its file, or adds its lines behind the first line that has the marked text. */
function carryOut({ code, attributes }: (typeof steps)[number]): void {
  const path = copy + (attributes.file ?? "");
  const after = attributes.after;
  if (after === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
    return;
  }
  const lines = readFileSync(path, "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes(after));
  if (at < 0) throw new Error(`${path} has no line with ${after}`);
  writeFileSync(path, lines.toSpliced(at + 1, 0, code.trimEnd()).join("\n"));
}

beforeAll(() => {
  mkdirSync(copy, { recursive: true });
  const checks = ["rewards.test.ts", "linear-work.test.ts", "texts.ts"].map(
    (file) => `test/property/${file}`,
  );
  const rewards = ["index.test.ts", "scoring.ts"].map((file) => `test/unit/rewards/${file}`);
  for (const path of ["src", "test/catalogue", ...rewards, ...checks]) {
    cpSync(root + path, copy + path, { recursive: true });
  }
  writeFileSync(
    `${copy}tsconfig.json`,
    JSON.stringify({ extends: "../../../tsconfig.json", include: ["src/index.ts", "test"] }),
  );
  writeFileSync(
    `${copy}vitest.config.ts`,
    "export default { test: { include: ['test/**/*.test.ts'], isolate: false } };",
  );
  steps.forEach(carryOut);
});
afterAll(() => rmSync(copy, { recursive: true }));

it("has the steps of the worked example", () => {
  expect(steps.map(({ attributes }) => attributes.file)).toEqual([
    "src/rewards/final-question.ts",
    "src/rewards/index.ts",
    "src/rewards/index.ts",
    "src/index.ts",
    "test/unit/rewards/final-question.test.ts",
    "test/catalogue/final-question.ts",
  ]);
});

it("the worked example compiles under the project's settings", () => {
  const tsc = [`${root}node_modules/typescript/bin/tsc`, "-p", copy];
  expect(spawnSync(process.execPath, tsc, { encoding: "utf8" }).stdout).toBe("");
}, 120_000);

it("the worked example passes its own test, and the laws and checks that cover every reward", () => {
  const concerned = "final.question|question at the end|is registered|emoji is scored";
  const vitest = [
    `${root}node_modules/vitest/vitest.mjs`,
    "run",
    "--root",
    copy,
    "--reporter",
    "json",
    "-t",
    concerned,
  ];
  const report = JSON.parse(execFileSync(process.execPath, vitest, { encoding: "utf8" })) as VitestReport;
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const names = results.map(({ fullName }) => fullName);
  expect(report.numFailedTests).toBe(0);
  expect(names).toContain("rewards a question at the end");
  expect(names.filter((name) => name.includes("final_question")).length).toBeGreaterThan(5);
}, 120_000);
