import {
  hasPassed,
  ioiSubtask,
  type JudgedTest,
  type OutputComparator,
  type TestCase,
  type TestSuite,
} from "../../code/index.js";
import { differenceOf } from "./difference.js";

/** Characters of a message's last line that are shown. */
const SHOWN = 100;

/** Lines that are shown of what a compiler says. */
const SHOWN_LINES = 20;

/** The last line of a text, cut where it is long. */
function lastLine(text: string): string {
  const line = text.trimEnd().split("\n").at(-1) ?? "";
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

function resultOf(test: JudgedTest): string {
  if (hasPassed(test)) return "passed";
  if (test.score > 0) return `partly right: ${test.score}`;
  return test.outcome === "ok" ? "wrong answer" : test.outcome.replaceAll("_", " ");
}

/** What a failed test has to say: the checker's words, how its output differs, or how the program ended. */
function detailOf(
  result: JudgedTest,
  { expected }: TestCase,
  { checker }: TestSuite,
  isEqual: OutputComparator,
): string {
  if (hasPassed(result)) return "";
  if (result.outcome !== "ok") return lastLine(result.message);
  return checker === undefined
    ? differenceOf(result.stdout, expected, isEqual)
    : lastLine(result.message || result.stdout);
}

/** What the compiler has said of a program that was not run. */
function compilerReport(message: string): string {
  const lines = message.trimEnd().split("\n");
  const more = lines.length > SHOWN_LINES ? `… and ${lines.length - SHOWN_LINES} more lines\n` : "";
  return `compile error\n${lines.slice(0, SHOWN_LINES).join("\n")}\n${more}`;
}

/** What a subtask of the IOI is worth by its tests. */
function subtaskLine(results: readonly JudgedTest[], { subtask }: TestSuite): string {
  if (subtask === undefined) return "";
  const { weightedScore, status } = ioiSubtask(results, subtask);
  return `the subtask has ${weightedScore ?? "no"} of ${subtask.points} points: ${status}\n`;
}

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? "" : `${(bytes / (1 << 20)).toFixed(0)} MB`;

/** The column of words. */
const RESULT = 1;

/** Cells of a column have one width; numbers stand at its right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))) ?? [];
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === RESULT ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
}

/**
 * A line per test: its number, what became of it, its time, its memory where the sandbox tells, and what a failure has
 * to say; and what they come to. Of a program that does not compile, what the compiler says.
 */
export function table(results: readonly JudgedTest[], suite: TestSuite, isEqual: OutputComparator): string {
  const passed = results.filter(hasPassed).length;
  const sum = `${passed} of ${results.length} passed\n${subtaskLine(results, suite)}`;
  const [first] = results;
  if (first && results.every(({ outcome }) => outcome === "compile_error")) {
    return compilerReport(first.message) + sum;
  }
  const isMemoryKnown = results.some(({ memoryBytes }) => memoryBytes !== undefined);
  const cells = results.map((result, index) => [
    String(index + 1),
    resultOf(result),
    `${result.wallMs.toFixed(0)} ms`,
    ...(isMemoryKnown ? [megabytes(result.memoryBytes)] : []),
  ]);
  const lines = aligned(cells).map((line, index) => {
    const [result, test] = [results[index], suite.tests[index]];
    const detail = result && test ? detailOf(result, test, suite, isEqual) : "";
    return `${line}  ${detail}`.trimEnd();
  });
  return `${lines.join("\n")}\n${sum}`;
}
