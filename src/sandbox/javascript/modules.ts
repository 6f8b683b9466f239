/** Names that a module may import, with what each exports. */
const EXPORTS: Readonly<Record<string, readonly string[]>> = {
  fs: [
    "readFileSync",
    "writeFileSync",
    "writeSync",
    "readFile",
    "existsSync",
    "createReadStream",
    "promises",
  ],
  "fs/promises": ["readFile", "writeFile"],
  readline: ["createInterface", "promises"],
  "readline/promises": ["createInterface"],
  os: ["EOL", "cpus"],
  util: ["format", "inspect", "promisify"],
  assert: ["ok", "equal", "strictEqual"],
  process: ["stdin", "stdout", "stderr", "argv", "env", "exit"],
  perf_hooks: ["performance"],
};

/** The source of a module that hands out what `require` would give, or the error where there is none. */
export function moduleSource(name: string): string | { error: Error } {
  const base = name.replace(/^node:/, "");
  const exported = Object.hasOwn(EXPORTS, base) ? EXPORTS[base] : undefined;
  if (exported === undefined) return { error: new Error(`There is no module '${name}'.`) };
  return `const it = require(${JSON.stringify(base)});
export default it;
export const { ${exported.join(", ")} } = it;`;
}

const MODULE_SYNTAX = /^[ \t]*(?:import\b(?![ \t]*\()|export\b)/m;

/** Whether a program is a module, which only modules may say by the words they begin lines with. */
export function isModule(source: string): boolean {
  return MODULE_SYNTAX.test(source);
}
