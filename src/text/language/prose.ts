import { mathSpans } from "../math-spans.js";

const FENCE = "```";
/** Inline code, LaTeX commands, tags and addresses. */
const MARKUP = /`[^`\n]{1,200}`|\\[a-z]{1,40}|<\/?[a-z]\w{0,20}>|https?:\/\/\S+/gi;

function withoutFences(text: string): string {
  if (!text.includes(FENCE)) return text;
  return text
    .split(FENCE)
    .filter((_, i) => i % 2 === 0)
    .join("\n");
}

function withoutMath(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { span } of mathSpans(text)) {
    kept.push(text.slice(from, span.start));
    from = span.end;
  }
  kept.push(text.slice(from));
  return kept.join(" ");
}

/** What a text says in words: without code, math, tags and addresses. */
export function prose(text: string): string {
  return withoutMath(withoutFences(text)).replace(MARKUP, " ");
}
