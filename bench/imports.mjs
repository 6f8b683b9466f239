import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = 15;
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const empty = join(tmpdir(), "grpo-rewards-empty.mjs");
writeFileSync(empty, "export const nothing = 0;");
const entry = (path) => new URL(`../dist/${path}`, import.meta.url).href;
const modules = {
  "an empty module": empty,
  "grpo-rewards": entry("index.js"),
  "grpo-rewards/math": entry("math/index.js"),
  "grpo-rewards/advantage": entry("advantage/index.js"),
  "grpo-rewards/server": entry("server/index.js"),
};

const importer = join(tmpdir(), "grpo-rewards-importer.mjs");
writeFileSync(
  importer,
  "const start = performance.now(); await import(process.argv[2]); console.log(performance.now() - start);",
);

function importMilliseconds(module) {
  return Number(execFileSync(process.execPath, [importer, module], { encoding: "utf8" }));
}

console.log("\nImports, ms (median of separate processes)");
const timed = Object.entries(modules).map(([name, module]) => {
  const times = Array.from({ length: RUNS }, () => importMilliseconds(module));
  return [name, { ms: Number(median(times).toFixed(1)) }];
});
console.table(Object.fromEntries(timed));
