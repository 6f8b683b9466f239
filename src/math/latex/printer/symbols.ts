import { NAMES } from "../commands/symbols.js";

const ACCENTED = /^([a-z]+)\((.*)\)$/;

const ACCENT_COMMANDS: ReadonlyMap<string, string> = new Map([
  ["vec", "vec"],
  ["hat", "hat"],
  ["tilde", "tilde"],
  ["dot", "dot"],
  ["ddot", "ddot"],
  ["breve", "breve"],
  ["check", "check"],
  ["bar", "bar"],
  ["line", "overleftrightarrow"],
  ["arc", "overarc"],
  ["over", "overset"],
  ["bb", "mathbb"],
]);

function printBase(base: string): string {
  if (base.length === 1) return base;
  if (NAMES.has(base)) return `\\${base}`;
  const accent = ACCENTED.exec(base);
  const command = ACCENT_COMMANDS.get(accent?.[1] ?? "");
  if (accent !== null && command !== undefined) return `\\${command}{${accent[2] ?? ""}}`;
  return `\\operatorname{${base}}`;
}

/** `alpha_1'` as `\alpha_{1}'`. */
export function printName(name: string): string {
  let end = name.length;
  while (end > 1 && name.endsWith("'", end)) end--;
  const marks = name.slice(end);
  const accentEnd = name.indexOf(")") + 1;
  const mark = name.indexOf("_", name.includes("(") ? accentEnd : 0);
  if (mark <= 0 || mark >= end) return printBase(name.slice(0, end)) + marks;
  return `${printBase(name.slice(0, mark))}_{${name.slice(mark + 1, end)}}${marks}`;
}
