import type { Span } from "./span.js";

const FENCE = "```";

/**
 * What stands between an opening such as "```python" and the next "```", wherever in a line these stand, as the patterns
 * of other systems find code. Linear in the length of the stretch.
 */
export function* literalFences(text: string, { start, end }: Span, info: string): Generator<Span, void> {
  const opening = FENCE + info;
  for (let open = text.indexOf(opening, start); open >= 0;) {
    const code = open + opening.length;
    const close = text.indexOf(FENCE, code);
    if (close < 0 || close >= end) return;
    yield { start: code, end: close };
    open = text.indexOf(opening, close + FENCE.length);
  }
}
