import { readFile } from "node:fs/promises";
import { RewardError } from "../../core/index.js";
import { compileSchema } from "../../schema/index.js";
import type { RewardTask } from "../../testing/index.js";

const texts = { type: "array", items: { type: "string" } } as const;

const problemWith = compileSchema({
  type: "array",
  minItems: 1,
  items: {
    type: "object",
    properties: {
      prompt: { type: "string" },
      columns: { type: "object" },
      right: { ...texts, minItems: 1 },
      wrong: { ...texts, minItems: 1 },
      partly: texts,
    },
    required: ["right", "wrong"],
    additionalProperties: false,
  },
});

/**
 * The rows of a file, with completions whose merit is known: a list in JSON, or a row on each line.
 *
 * @throws {RewardError} `bad_input` if the file holds no such rows
 */
export async function readTasks(path: string): Promise<readonly RewardTask[]> {
  try {
    const text = await readFile(path, "utf8");
    const rows = path.endsWith(".json") ? (JSON.parse(text) as unknown) : readLines(text);
    const problem = problemWith(rows);
    if (problem === null) return rows as readonly RewardTask[];
    throw new RewardError("bad_input", problem);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RewardError(
      "bad_input",
      `${path} needs rows such as {"columns": {"solution": "42"}, "right": ["\\\\boxed{42}"], "wrong": ["\\\\boxed{41}"]}: ${reason}`,
      { cause: error },
    );
  }
}

const readLines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as unknown);
