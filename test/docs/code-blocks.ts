import { readdirSync, readFileSync } from "node:fs";

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  readonly language: string;
  /** What stands behind the language, as `key=value`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly code: string;
}

/** A block, and the output that the page promises right behind it. */
export interface Example extends CodeBlock {
  readonly output: string;
}

export const ROOT: URL = new URL("../../", import.meta.url);

const inFolder = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => folder + file.replaceAll("\\", "/"))
    .sort();

/** The pages for users, whose code is run. */
export const PAGES: readonly string[] = ["README.md", ...inFolder("docs/", ".md")];

/** All that readers of the repository find, and what the site is made of. */
export const ALL_PAGES: readonly string[] = [
  ...PAGES,
  ...inFolder("examples/", "README.md"),
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "bench/README.md",
  "python/README.md",
];

export const readPage = (page: string): string => readFileSync(new URL(page, ROOT), "utf8");

function attributesOf(info: string): Record<string, string> {
  return Object.fromEntries(
    [...info.matchAll(/(\w+)=(\S+)/g)].map(([, key = "", value = ""]) => [key, value]),
  );
}

export function codeBlocks(page: string): CodeBlock[] {
  return [...readPage(page).matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].map(
    ([, language = "", info = "", code = ""]) => ({ language, attributes: attributesOf(info), code }),
  );
}

/** The blocks in a language that have their output behind them. */
export function examples(page: string, language: string): Example[] {
  const blocks = codeBlocks(page);
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1];
    return block.language === language && next?.language === "text" ? [{ ...block, output: next.code }] : [];
  });
}

/** The text of a page without its code. */
export const prose = (page: string): string =>
  readPage(page)
    .replace(/^```.+?^```$/gms, "")
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, " "));
