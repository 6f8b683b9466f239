import type { Expected, OutputComparator } from "../../code/index.js";

/** Characters of a line that are shown. */
const SHOWN = 60;

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const quoted = (line: string | undefined): string =>
  line === undefined ? "nothing" : JSON.stringify(cut(line));

function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Tells how an output differs from the expected one: by its first line that the comparator does not take. */
function lineDifference(written: string, expected: string, isEqual: OutputComparator): string {
  const [found, wanted] = [linesOf(written), linesOf(expected)];
  const count = Math.max(found.length, wanted.length);
  for (let index = 0; index < count; index++) {
    const [line, right] = [found[index], wanted[index]];
    if (line === undefined || right === undefined || !isEqual(line, right)) {
      return `line ${index + 1}: ${quoted(line)} instead of ${quoted(right)}`;
    }
  }
  return "only the white space differs";
}

/** What is wrong with what a program wrote, in a line. */
export function differenceOf(written: string, expected: Expected, isEqual: OutputComparator): string {
  if (expected.kind === "output") return lineDifference(written, expected.text, isEqual);
  const found = written === "" ? "nothing" : cut(written);
  if (expected.kind === "expression") return `${found} instead of the value of ${cut(expected.text)}`;
  return `${found} instead of ${expected.values.map((value) => cut(textOf(value))).join(" or ")}`;
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown): unknown =>
    each instanceof Map ? Object.fromEntries<unknown>(each) : each,
  );
