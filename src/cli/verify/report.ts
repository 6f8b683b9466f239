import { excerpt } from "../../text/index.js";
import type { Disagreement, Tally } from "./tally.js";

const SHOWN_CHARACTERS = 60;

function shown(text: string): string {
  const start = excerpt(text, SHOWN_CHARACTERS);
  return JSON.stringify(start === text ? text : `${start}…`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "no pair" : `${((100 * part) / whole).toFixed(2)} %`;
}

/** One line on what became of the lines. */
export function describeTally({ lines, lost, firstBadLine, ...tally }: Tally): string {
  const undecided = `${tally.undecided} undecided${lost > 0 ? ` (${lost} never judged)` : ""}`;
  const counts = `${lines} lines: ${tally.correct} correct, ${tally.wrong} wrong, ${undecided}, ${tally.badLines} bad`;
  return firstBadLine === null
    ? counts
    : `${counts} (the first: line ${firstBadLine.line}, ${firstBadLine.problem})`;
}

function describeDisagreement({ line, id, reference, extracted }: Disagreement): string {
  const name = id === undefined ? `line ${line}` : `line ${line}, id ${JSON.stringify(id)}`;
  return `  ${name}: reference ${shown(reference)}, extracted ${extracted === null ? "nothing" : shown(extracted)}`;
}

function list(title: string, count: number, listed: readonly Disagreement[]): string[] {
  if (count === 0) return [];
  const more = count > listed.length ? [`  and ${count - listed.length} more`] : [];
  return [`${title}: ${count}`, ...listed.map(describeDisagreement), ...more];
}

function row(name: string, right: number | string, wrong: number | string): string {
  return `${name.padEnd(12)}${String(right).padStart(16)}${String(wrong).padStart(16)}`;
}

/** How the verdicts compare with the labels: a confusion table, the accuracy and the first disagreements. */
export function describeConfusion({ confusion, falsePositives, falseNegatives }: Tally): string {
  const { truePositives, trueNegatives } = confusion;
  const labelled = Object.values(confusion).reduce((sum, count) => sum + count, 0);
  return [
    row("", "labelled right", "labelled wrong"),
    row("correct", truePositives, confusion.falsePositives),
    row("wrong", confusion.falseNegatives, trueNegatives),
    row("undecided", confusion.undecidedRight, confusion.undecidedWrong),
    `accuracy: ${percent(truePositives + trueNegatives, labelled)}`,
    ...list("false positives", confusion.falsePositives, falsePositives),
    ...list("false negatives", confusion.falseNegatives, falseNegatives),
  ].join("\n");
}
