import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { builtinRewards } from "../../src/rewards/index.js";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

function list(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MAIN, "list", ...args], { encoding: "utf8" });
}

it("lists every reward as JSON", () => {
  const { stdout, status } = list("--json");
  const { rewards } = JSON.parse(stdout) as { rewards: { name: string }[] };
  expect(status).toBe(0);
  expect(rewards.map(({ name }) => name)).toEqual(builtinRewards.map(({ info }) => info.name));
});

it("tells all of one", () => {
  expect(list("accuracy")).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringContaining("\nOptions\n") as string,
  });
  expect(JSON.parse(list("gate", "--json").stdout)).toMatchObject({ name: "gate", parts: "two" });
});

it("asks whether another one was meant", () => {
  const { status, stdout, stderr } = list("acuracy");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain('Did you mean "accuracy"?');
});

it("lists the rewards of a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "grpo-list-"));
  const path = join(folder, "rewards.yaml");
  writeFileSync(path, 'rewards:\n  both:\n    gate: ["think_format", "accuracy"]\n');
  expect(list("both", "--rewards", path).stdout).toMatch(/range +that of its parts/);
  expect(list("--rewards", path).stdout).toMatch(/^Compositions\n {2}both /m);
  const other = join(folder, "more.yaml");
  writeFileSync(other, 'rewards:\n  all:\n    fallback: ["both", "accuracy"]\n');
  expect(list("--rewards", path, "--rewards", other, "all").stdout).toMatch(/range +that of its parts/);
  rmSync(folder, { recursive: true });
});

it("refuses what makes no sense", () => {
  expect(list("accuracy", "--markdown").status).toBe(2);
  expect(list("--rewards", "/no/such/file.ts").status).toBe(2);
});
