const FENCE = "```";
const NEWLINE = "\n";

/** Whether a Markdown code fence that opens between `from` and `index` is still open at `index`. */
export function isInFence(text: string, index: number, from = 0): boolean {
  let isOpen = false;
  for (let i = text.indexOf(FENCE, from); i >= 0 && i < index; i = text.indexOf(FENCE, i + FENCE.length)) {
    if (i === from || text.startsWith(NEWLINE, i - 1)) isOpen = !isOpen;
  }
  return isOpen;
}
