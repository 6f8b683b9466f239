import type { AnswerPlace } from "../policy.js";

/** An answer that a completion states, and where it stands in the text. */
export interface StatedAnswer {
  readonly place: AnswerPlace;
  readonly answer: string;
  readonly start: number;
  readonly end: number;
}

type Span = Omit<StatedAnswer, "answer">;

/** A box that opens, a brace, or a sign that a backslash takes its meaning from. */
const BRACES = /\\(boxed|fbox)\s*\{|\\[\s\S]|[{}]/g;

/** What stands in boxes, each behind those within it. */
function boxes(text: string): readonly Span[] {
  const spans: Span[] = [];
  const open: (Omit<Span, "end"> | null)[] = [];
  for (const { 0: sign, 1: box, index } of text.matchAll(BRACES)) {
    if (box !== undefined) {
      open.push({ place: box === "fbox" ? "fbox" : "boxed", start: index + sign.length });
    } else if (sign === "{") open.push(null);
    else if (sign === "}") {
      const opened = open.pop();
      if (opened) spans.push({ ...opened, end: index });
    }
  }
  return spans;
}

const [OPENING, CLOSING] = ["<answer>", "</answer>"] as const;

function tagged(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(OPENING); at >= 0;) {
    const start = at + OPENING.length;
    const end = text.indexOf(CLOSING, start);
    if (end < 0) break;
    spans.push({ place: "answer-tag", start, end });
    at = text.indexOf(OPENING, end);
  }
  return spans;
}

/** Behind hashes in the last line; elsewhere they make a heading. */
function hashed(text: string): readonly Span[] {
  const end = text.trimEnd().length;
  const line = text.lastIndexOf("\n", end - 1) + 1;
  const mark = text.slice(line, end).startsWith("####") ? 4 : 0;
  return mark === 0 ? [] : [{ place: "hashes", start: line + mark, end }];
}

/** The answers that a completion states, in order. Where one place holds another, the inner one counts. Never throws. */
export function statedAnswers(text: string): readonly StatedAnswer[] {
  const spans = [...boxes(text), ...tagged(text), ...hashed(text)].sort((a, b) => a.end - b.end);
  // In the order of their ends, what holds another one begins no later than the one before it.
  const inner: Span[] = [];
  for (const span of spans) if (span.start >= (inner.at(-1)?.end ?? 0)) inner.push(span);
  return inner.map((span) => ({ ...span, answer: text.slice(span.start, span.end) }));
}

/** The text with something else in place of each answer that it states. */
export function withAnswers(
  text: string,
  stated: readonly StatedAnswer[],
  change: (answer: string) => string,
): string {
  let [changed, from] = ["", 0];
  for (const { start, end, answer } of stated) {
    changed += text.slice(from, start) + change(answer);
    from = end;
  }
  return changed + text.slice(from);
}
