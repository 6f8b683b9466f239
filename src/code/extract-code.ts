import {
  answerPart,
  codeBlocks,
  type CodeBlock,
  literalFences,
  type Span,
  type ThinkingMode,
} from "../text/index.js";
import { languageName } from "./languages.js";

/** Options of {@link extractCode}. */
export interface ExtractCodeOptions {
  /**
   * How code blocks are told: as Markdown tells them, the language under any of its names; or `"exact"`, between
   * "```", the language as it is spelt and a line break, and the next "```", wherever these stand.
   *
   * @default "markdown"
   */
  readonly fences?: "markdown" | "exact";
  /** Where the thinking ends, whose code does not count. @default "auto" */
  readonly thinking?: ThinkingMode;
}

const BEHIND_NAME = /[\s,{]/;

function nameOf(info: string): string {
  const end = info.search(BEHIND_NAME);
  return languageName(end < 0 ? info : info.slice(0, end));
}

/** The lines of a block as far to the left as its fence stands. */
function unindented(text: string, { content, indent }: CodeBlock): string {
  const code = text.slice(content.start, content.end);
  if (indent === 0) return code;
  const lines = code.split("\n").map((line) => {
    const own = line.length - line.trimStart().length;
    return line.slice(Math.min(own, indent));
  });
  return lines.join("\n");
}

function lastMarkdown(text: string, { start, end }: Span, language: string): string | null {
  const name = languageName(language);
  let last: CodeBlock | null = null;
  for (const block of codeBlocks(text, start, end)) {
    if (nameOf(block.info) === name) last = block;
  }
  return last && unindented(text, last);
}

function lastExact(text: string, part: Span, language: string): string | null {
  let last: Span | null = null;
  for (const code of literalFences(text, part, `${language}\n`)) last = code;
  return last && text.slice(last.start, last.end);
}

/**
 * The code that a completion submits: its last closed code block of the language behind the thinking. `null` if there is
 * none, or if the task names no language. Linear in the text's length; never throws.
 *
 * `{ fences: "exact", thinking: "none" }` is the `extract_code` of open-r1, but that the language is text, not a pattern,
 * and that an empty block is told from none. By default other spellings of a language count, "```" within a line of the
 * code does not end it, an indented block loses its indentation, and an unfinished thought submits nothing.
 *
 * @param language name of the language, such as `"python"` or `"cpp"`
 */
export function extractCode(
  text: string,
  language: string | null,
  { fences = "markdown", thinking = "auto" }: ExtractCodeOptions = {},
): string | null {
  if (language === null) return null;
  const part = answerPart(text, thinking);
  if (part === null) return null;
  return fences === "exact" ? lastExact(text, part, language) : lastMarkdown(text, part, language);
}
