/** Some readers of lines, Node's own among them, end a line at these as well. */
const LINE_ENDS: readonly (readonly [string, string])[] = [
  ["\u2028", "\\u2028"],
  ["\u2029", "\\u2029"],
];

/** A message as JSON that is one line, whoever reads it. */
export function wireJson(message: unknown): string {
  // The text of one byte a character, which most are, is not even looked at.
  return LINE_ENDS.reduce(
    (text, [end, escaped]) => (text.includes(end) ? text.replaceAll(end, escaped) : text),
    JSON.stringify(message),
  );
}
