import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { defineConfig } from "tsup";
import ts from "typescript";
import manifest from "./package.json" with { type: "json" };

/**
 * Lets users' bundlers drop what nobody uses: whatever is computed while a module loads is wrapped in a call that is
 * marked as pure. It is true of every module here (package.json: `sideEffects: false`), but bundlers take that note for
 * whole files only, and one file here holds many modules.
 */
function markPure(code: string): string {
  const file = ts.createSourceFile("chunk.js", code, ts.ScriptTarget.Latest);
  const computed = file.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => statement.declarationList.declarations)
    .flatMap(({ name, initializer }) => (ts.isIdentifier(name) && initializer ? [initializer] : []))
    .filter(
      (initializer) => contains(initializer, isComputed) && !contains(initializer, ts.isAwaitExpression),
    );
  let [marked, at] = ["", 0];
  for (const { end, ...node } of computed) {
    const start = skipSpace(code, node.pos);
    marked += `${code.slice(at, start)}/* @__PURE__ */(()=>(${code.slice(start, end)}))()`;
    at = end;
  }
  return marked + code.slice(at);
}

/** esbuild writes strings in ASCII, but no patterns; one letter beyond Latin makes V8 hold a file in two bytes each. */
function escapePatterns(code: string): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return code.replace(/[^\0-\x7f]/g, escaped);
}

const skipSpace = (code: string, at: number): number =>
  at + (/^\s*/.exec(code.slice(at, at + 100))?.[0].length ?? 0);

/** Whether it is so of an expression or a part of it that is evaluated with it. */
function contains(node: ts.Node, isSo: (node: ts.Node) => boolean): boolean {
  if (ts.isFunctionLike(node)) return false;
  return isSo(node) || (ts.forEachChild(node, (child) => contains(child, isSo)) ?? false);
}

/** Whether evaluating it does more than to write down a value. */
const isComputed = (node: ts.Node): boolean =>
  ts.isCallExpression(node) ||
  ts.isNewExpression(node) ||
  ts.isSpreadElement(node) ||
  ts.isSpreadAssignment(node) ||
  ts.isPropertyAccessExpression(node) ||
  ts.isElementAccessExpression(node);

const READ_AT_RUN_TIME = ["cli/audit/isolation/python_target.py", "cli/report/page.css"];

/** What is no module stands beside the module that reads it, as in src. */
export async function copyFiles(folder: string): Promise<void> {
  await Promise.all(READ_AT_RUN_TIME.map((file) => copyFile(join("src", file), join(folder, file))));
}

// Types come from tsc (tsconfig.build.json).
const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: [
    // What package.json names.
    "src/index.ts",
    "src/advantage/index.ts",
    "src/code/index.ts",
    "src/math/index.ts",
    "src/sandbox/index.ts",
    "src/server/index.ts",
    "src/testing/index.ts",
    "src/testing/fast-check.ts",
    "src/cli/main.ts",
    // Threads and processes, which are started by URL, and what starts them: such a file stays beside the other, as in src.
    "src/math/engines/index.ts",
    "src/math/engines/worker.ts",
    "src/sandbox/process.ts",
    "src/sandbox/javascript/typescript-worker.ts",
    "src/sandbox/javascript/worker.ts",
    "src/sandbox/python/image.ts",
    "src/sandbox/python/snapshot-worker.ts",
    "src/sandbox/python/worker.ts",
    "src/cli/audit/isolation/open-target.ts",
    "src/cli/audit/isolation/process.ts",
    "src/cli/audit/isolation/thread.ts",
    "src/cli/report/browser/main.ts",
    "src/cli/report/run-report.ts",
    "src/cli/score/run-score.ts",
    "src/cli/score/worker.ts",
    "src/cli/verify/run-pairs.ts",
    "src/cli/verify/worker.ts",
    "src/server/parent-watch.ts",
    "src/server/parent-watch-thread.ts",
    "src/server/threads/scoring-threads.ts",
    "src/server/threads/thread.ts",
  ],
  format: "esm",
  target: "node20.19",
  platform: "node",
  dts: false,
  // tsup leaves out dependencies by itself, and takes optional ones in.
  external: Object.keys(manifest.optionalDependencies),
  removeNodeProtocol: false,
  // What entries share is written once. Node takes 0.3 ms to open a file, so there are few.
  splitting: true,
  // Half of what an import takes is the parsing of its text.
  minify: true,
  esbuildOptions: (options) => {
    // Node prints the line that threw, where nobody catches an error.
    options.lineLimit = 160;
    // A folder deep, as the entries, so that what stands beside dist is found from anywhere.
    options.chunkNames = "chunks/[name]-[hash]";
    // A literal with \p costs up to 0.5 ms where it is parsed; one that is constructed costs it when it is made.
    options.supported = { "regexp-unicode-property-escapes": false };
  },
  onSuccess: () => copyFiles("dist"),
  plugins: [{ name: "mark-pure", renderChunk: (code) => ({ code: escapePatterns(markPure(code)) }) }],
});

export default config;
