import type { IoiSubtask } from "../ioi.js";
import type { Program } from "../runner.js";
import type { TestLimits, TestSuite } from "../test-case.js";
import { isRow, type Row, textUnder } from "./row.js";

/** What rows of contests say beside their tests. */
type ContestParts = Pick<TestSuite, "checker" | "files" | "limits" | "subtask">;

const CHECKER_NAMES = ["generated_checker", "checker"];

/** Whether a problem of Codeforces cannot be judged by what a program prints: it interacts, or writes to a file. */
export function needsMoreThanOutput({ input_mode, interaction_format }: Row): boolean {
  const isInteractive = typeof interaction_format === "string" && interaction_format.trim() !== "";
  return isInteractive || input_mode === "file";
}

/** What a row says beside its tests; `null` if it cannot be read. */
export function contestParts(row: Row): ContestParts | null {
  const limits = limitsOf(row);
  const given = graderFiles(row.grader_files);
  const subtask = subtaskOf(row);
  if (given === null || subtask === null) return null;
  const text = textUnder(row, CHECKER_NAMES);
  const checker = text === undefined ? given.checker : { language: languageOfChecker(text), source: text };
  const { files } = given;
  return {
    ...(checker !== undefined && { checker }),
    ...(limits && { limits }),
    ...(Object.keys(files).length > 0 && { files }),
    ...(subtask && { subtask }),
  };
}

const languageOfChecker = (source: string): string =>
  /^[ \t]*#[ \t]*include\b/m.test(source) ? "cpp" : "python";

function positive(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && number > 0 && Number.isFinite(number) ? number : null;
}

/** A limit that is larger is in bytes. */
const MOST_MEGABYTES = 100_000;
const MEGABYTE = 1 << 20;

function limitsOf({ time_limit, memory_limit }: Row): Partial<TestLimits> | null {
  const [seconds, memory] = [positive(time_limit), positive(memory_limit)];
  if (seconds === null && memory === null) return null;
  return {
    ...(seconds !== null && { timeMs: Math.ceil(seconds * 1000) }),
    ...(memory !== null && { memoryBytes: memory > MOST_MEGABYTES ? memory : memory * MEGABYTE }),
  };
}

const FILE = /^(?:\.\/)?(?:(graders|checker)\/)?([\w.-]{1,100})$/;

type Files = Readonly<Record<string, string>>;

/** What the files of a problem of the IOI are for. */
interface GraderFiles {
  /** Those that are compiled with a submission: the folder of graders. */
  readonly files: Files;
  readonly checker?: Program;
}

/** `null` for what is no list of files, and for a checker among which no program is found. */
function graderFiles(value: unknown): GraderFiles | null {
  const pairs = pairsOf(value ?? []);
  if (pairs === null) return null;
  const named = pairs.flatMap(([path, content]) => {
    const [, folder = "graders", name] = FILE.exec(path) ?? [];
    return name === undefined || content === "" ? [] : [{ folder, name, content }];
  });
  const inFolder = (wanted: string): Files =>
    Object.fromEntries(
      named.filter(({ folder }) => folder === wanted).map((file) => [file.name, file.content]),
    );
  const files = inFolder("graders");
  const checking = inFolder("checker");
  if (Object.keys(checking).length === 0) return { files };
  const checker = checkerAmong(checking);
  return checker && { files, checker };
}

const UNIT = /\.(?:cpp|cc|cxx)$/;

/** The one program in C++ of a folder, with the headers beside it. */
function checkerAmong(files: Files): Program | null {
  const units = Object.keys(files).filter((name) => UNIT.test(name));
  const [unit, ...others] = units;
  if (unit === undefined || others.length > 0) return null;
  const { [unit]: source = "", ...headers } = files;
  return { language: "cpp", source, ...(Object.keys(headers).length > 0 && { files: headers }) };
}

/** The entries of an object, or of a list of them; those that are no texts are empty. */
function pairsOf(value: unknown): readonly (readonly [string, string])[] | null {
  const pairs: unknown = isRow(value) ? Object.entries(value) : value;
  if (!Array.isArray(pairs) || !pairs.every((pair) => Array.isArray(pair))) return null;
  return (pairs as readonly (readonly unknown[])[]).map(([path, content]) => [
    String(path),
    typeof content === "string" ? content : "",
  ]);
}

const MAX_PRECISION = 15;

/** A row with names of tests is of a subtask of the IOI; `null` if what it is worth makes no sense. */
function subtaskOf({ test_names, score, score_precision }: Row): IoiSubtask | null | undefined {
  if (!Array.isArray(test_names) || score === undefined) return undefined;
  if (typeof score !== "number" || !Number.isFinite(score)) return null;
  if (score_precision === undefined || score_precision === null) return { points: score };
  const precision = Number(score_precision);
  const isPrecision = Number.isInteger(precision) && precision >= 0 && precision <= MAX_PRECISION;
  return isPrecision ? { points: score, precision } : null;
}
