import { extractAnswer } from "../../../math/index.js";
import { markup, type Markup } from "./markup.js";

interface Span {
  readonly start: number;
  readonly end: number;
}

const THINKING_END = "</think>";

/** UTF-16 units that are shown of the start and of the end, and around the answer. */
const SHOWN = { edge: 3000, around: 400 };

/** Where a reward found the answer that it logged: what `accuracy` would find, else the last place with this text. */
function placeOf(answer: string | null, completion: string): Span | null {
  if (answer === null || answer === "") return null;
  const extracted = extractAnswer(completion);
  if (extracted?.text.startsWith(answer)) {
    const { start, end } = extracted.span;
    return { start, end };
  }
  const start = completion.lastIndexOf(answer);
  return start < 0 ? null : { start, end: start + answer.length };
}

/** The parts of a text that are shown, in order, none touching another. */
function shownParts(length: number, answer: Span | null): readonly Span[] {
  const { edge, around } = SHOWN;
  const wanted = [
    { start: 0, end: edge },
    ...(answer
      ? [
          {
            start: Math.max(0, answer.start - around),
            end: Math.min(answer.end, answer.start + edge) + around,
          },
        ]
      : []),
    { start: length - edge, end: length },
  ];
  const parts: Span[] = [];
  for (const { start, end } of wanted) {
    const last = parts.at(-1);
    if (last && start <= last.end)
      parts[parts.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else parts.push({ start: Math.max(0, start), end });
  }
  return parts.map((part) => ({ start: part.start, end: Math.min(length, part.end) }));
}

/** A part of the text, its thinking pale and its answer marked. */
function markPart(text: string, part: Span, thinkingEnd: number, answer: Span | null): Markup {
  const edges = [part.start, part.end, thinkingEnd, answer?.start ?? 0, answer?.end ?? 0]
    .filter((edge) => edge >= part.start && edge <= part.end)
    .sort((a, b) => a - b);
  const pieces = edges.slice(1).map((end, at) => {
    const start = edges[at] ?? end;
    const piece = text.slice(start, end);
    if (piece === "") return null;
    if (answer && start >= answer.start && end <= answer.end) return markup`<mark>${piece}</mark>`;
    return end <= thinkingEnd ? markup`<span class="thinking">${piece}</span>` : markup`${piece}`;
  });
  return markup`${pieces}`;
}

/**
 * A completion with the answer marked in it; of a long one the start, the end, and what is around the answer.
 *
 * @param answer what a reward has logged as the answer
 * @param omitted UTF-16 units that are missing from the middle of the text
 */
export function completionText(text: string, answer: string | null, omitted: number): Markup {
  const place = placeOf(answer, text);
  const end = text.lastIndexOf(THINKING_END);
  const thinkingEnd = end < 0 ? 0 : end + THINKING_END.length;
  const parts = shownParts(text.length, place);
  const shown = parts.map((part, at) => {
    const left = at === 0 ? 0 : part.start - (parts[at - 1]?.end ?? 0);
    const missing = left + (omitted > 0 && at === parts.length - 1 ? omitted : 0);
    return [
      missing > 0
        ? markup`<span class="omitted">… ${missing.toLocaleString("en")} characters left out …</span>`
        : null,
      markPart(text, part, thinkingEnd, place),
    ];
  });
  return markup`<pre class="completion" dir="auto" tabindex="0">${shown}</pre>`;
}
