/** A code fence of Markdown, at the start of a line but for a few spaces or quotation marks. */
const FENCE = /^[ >]{0,4}(```|~~~)/gm;

/** Whether a code fence is open at the end of a text. */
function endsInFence(text: string): boolean {
  let open: string | null = null;
  for (const [, mark = ""] of text.matchAll(FENCE)) {
    if (open === null) open = mark;
    else if (open === mark) open = null;
  }
  return open !== null;
}

/**
 * Whether a Markdown code fence, or an HTML comment, that opens between `from` and `index` is still open at `index`:
 * what stands there is shown as an example, or not shown.
 */
export function isAside(text: string, index: number, from = 0): boolean {
  const before = text.slice(from, index);
  return before.lastIndexOf("<!--") > before.lastIndexOf("-->") || endsInFence(before);
}
