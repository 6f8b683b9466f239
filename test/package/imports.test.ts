import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = new URL("../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as {
  exports: Record<string, string | { default: string }>;
};
const entries = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === "string" ? [] : [[name, target.default] as const],
);

/** Everything that is loaded when a file of dist is imported: its files, and the packages that they import. */
function staticImports(file: URL, seen = new Set<string>()): Set<string> {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const specifiers = readFileSync(file, "utf8").matchAll(
    /(?:^|[;}])(?:import|export)(?:[\s{*][^;"]*from)?\s*"([^"]+)"/gm,
  );
  for (const [, specifier = ""] of specifiers) {
    if (specifier.startsWith(".")) staticImports(new URL(specifier, file), seen);
    else seen.add(specifier);
  }
  return seen;
}

const isFile = (name: string): boolean => name.startsWith("file:");

function packagesOf(entry: string): string[] {
  return [...staticImports(new URL(entry, ROOT))].filter((name) => !isFile(name)).sort();
}

function filesOf(entry: string): string[] {
  return [...staticImports(new URL(entry, ROOT))].filter(isFile);
}

/** Node takes 0.3 ms to open a file. A server is imported once, by a process that lives for long. */
const maxFiles = (name: string): number => (name === "./server" ? 24 : 16);

describe("what an import loads", () => {
  it.each([
    [".", ["node:module"]],
    ["./math", []],
    ["./advantage", []],
    ["./code", []],
  ])("%s loads no package, and of Node only %j", (name, expected) => {
    const [, entry = ""] = entries.find(([each]) => each === name) ?? [];
    expect(packagesOf(entry)).toEqual(expected);
  });

  it.each(entries)("%s is few files", (name, entry) => {
    expect(filesOf(entry).length).toBeLessThanOrEqual(maxFiles(name));
  });

  it("ajv is loaded by the first options that are checked, not by the import nor by a reward without options", () => {
    const script = `
      import { createRequire } from "node:module";
      import { accuracy, thinkFormat } from "grpo-rewards";
      const { cache } = createRequire(import.meta.url);
      const packages = () => Object.keys(cache).filter((path) => path.includes("node_modules")).length;
      accuracy();
      const before = packages();
      thinkFormat({ prefilled: true });
      console.log(JSON.stringify([before, packages() > 0]));`;
    const stdout = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: fileURLToPath(ROOT),
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toEqual([0, true]);
  });
});

describe("what is found by URL", () => {
  const DIST = new URL("dist/", ROOT);
  const found = readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => new URL(file, DIST))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/new URL\(\s*"([^"]+)",\s*import\s*\.\s*meta\s*\.\s*url/g)].map(
        ([, path = ""]) => new URL(path, file),
      ),
    );

  it("is the threads, what a report carries, the manifest and the package itself", () => {
    const names = found.map(({ href }) => href.slice(ROOT.href.length)).sort();
    expect(names).toEqual([
      "dist/cli/audit/isolation/thread.js",
      "dist/cli/report/browser/main.js",
      "dist/cli/report/page.css",
      "dist/cli/score/worker.js",
      "dist/cli/verify/worker.js",
      "dist/index.js",
      "dist/math/engines/worker.js",
      "dist/sandbox/process.js",
      "dist/sandbox/python/snapshot-worker.js",
      "dist/server/parent-watch-thread.js",
      "dist/server/threads/thread.js",
      "dist/server/threads/thread.js",
      "package.json",
    ]);
  });

  it.each(found.map(({ href }) => href))("%s is there", (href) => {
    expect(existsSync(new URL(href))).toBe(true);
  });
});
