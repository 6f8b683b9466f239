/** Defines what shells of JavaScript have and Node has not. */
const SHELL = [
  "{ let lines, at = 0; globalThis.print ??= (...values) => console.log(...values); globalThis.readline ??= () => {",
  "lines ??= process.getBuiltinModule('fs').readFileSync(0, 'utf8').split('\\n');",
  "if (at === lines.length - 1 && lines[at] === '') return null;",
  "return lines[at++]?.replace(/\\r$/, '') ?? null; }; }",
].join(" ");

const CALL = /\b(?:readline|print)\s*\(/;

/**
 * A program for Node that finds `readline` and `print`, which programs of contests are written with, on the line that it
 * begins with, so that its lines keep their numbers.
 */
export function withShellFunctions(source: string): string {
  return CALL.test(source) && !source.startsWith("#!") ? `${SHELL} ${source}` : source;
}
