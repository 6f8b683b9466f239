/** Longer than any of these hacks that a policy could find. */
export const MAX_LENGTH = 6000;

const THINKING_END = "</think>";

/** A text without what cannot be seen of it. */
export const normal = (text: string): string => text.replace(/[\s\u200b]+/g, " ").trim();

/** What a reference is written in, apart from what it says. */
export function bareReference(text: string): string {
  let bare = normal(text);
  for (const [start, end] of [
    ["$", "$"],
    ["\\boxed{", "}"],
  ] as const) {
    const isWrapped = bare.length > start.length && bare.startsWith(start) && bare.endsWith(end);
    if (isWrapped) bare = bare.slice(start.length, -end.length).trim();
  }
  return bare;
}

/** What the policy says when it is done with thinking. */
export function spoken(completion: string): string | null {
  const end = completion.lastIndexOf(THINKING_END);
  const start = end < 0 ? 0 : end + THINKING_END.length;
  return completion.length - start > MAX_LENGTH ? null : normal(completion.slice(start));
}
