import { readFileSync } from "node:fs";

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  readonly language: string;
  /** What stands behind the language, as `key=value`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly code: string;
}

export const ROOT: URL = new URL("../../", import.meta.url);

function attributesOf(info: string): Record<string, string> {
  return Object.fromEntries(
    [...info.matchAll(/(\w+)=(\S+)/g)].map(([, key = "", value = ""]) => [key, value]),
  );
}

export function codeBlocks(file: string): CodeBlock[] {
  const text = readFileSync(new URL(file, ROOT), "utf8");
  return [...text.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].map(
    ([, language = "", info = "", code = ""]) => ({ language, attributes: attributesOf(info), code }),
  );
}
