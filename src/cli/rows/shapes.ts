import type { Row } from "./parse-row.js";

/** How rows of a known data set or log are laid out. Of a list of fields, the first that a row has counts. */
interface Shape {
  readonly name: string;
  /** The fields that tell it from others, and what they hold. */
  readonly needs: Readonly<Record<string, (value: unknown) => boolean>>;
  readonly completion: readonly string[];
  readonly prompt: readonly string[];
  readonly reference: readonly string[];
  /** What the reference stands behind in its field. */
  readonly referenceMark?: string;
}

/** A shape with those of its fields that a row has. */
export interface GuessedShape {
  readonly name: string;
  readonly completion: string | null;
  readonly prompt: string | null;
  readonly reference: string | null;
  readonly referenceMark: string | null;
}

const COMPLETIONS = [
  "completion",
  "completions",
  "response",
  "responses",
  "generation",
  "generations",
  "generated_text",
  "model_output",
  "prediction",
  "output",
  "outputs",
];
const PROMPTS = ["prompt", "problem", "question", "query", "instruction"];
const REFERENCES = [
  "solution",
  "answer",
  "final_answer",
  "expected_answer",
  "ground_truth",
  "gold",
  "reference",
  "ground_truth_solution",
  "target",
  "label",
];

/** The mark before the final number of a solution of GSM8K. */
const GSM8K_MARK = "####";

const isList = Array.isArray;
const isText = (value: unknown): boolean => typeof value === "string";
const isAny = (value: unknown): boolean => value !== undefined;
const isMarked = (value: unknown): boolean => typeof value === "string" && value.includes(GSM8K_MARK);

/** The shapes that are known; the first that fits counts. */
const SHAPES: readonly Shape[] = [
  {
    name: "OpenR1-Math-220k",
    needs: { generations: isList, problem: isText },
    completion: ["generations"],
    prompt: ["problem"],
    reference: ["answer", "solution"],
  },
  {
    name: "GSM8K",
    needs: { question: isText, answer: isMarked },
    completion: COMPLETIONS,
    prompt: ["question"],
    reference: ["answer"],
    referenceMark: GSM8K_MARK,
  },
  {
    name: "NuminaMath",
    needs: { problem: isText, solution: isText },
    completion: COMPLETIONS,
    prompt: ["problem"],
    reference: ["answer", "solution"],
  },
  {
    name: "TRL completion logs",
    needs: { prompt: isAny, completion: isAny },
    completion: ["completion"],
    prompt: ["prompt"],
    reference: REFERENCES,
  },
  {
    name: "OpenThoughts",
    needs: { conversations: isList },
    completion: ["conversations"],
    prompt: [],
    reference: ["ground_truth_solution", ...REFERENCES],
  },
  {
    name: "OpenAI chat logs",
    needs: { messages: isList },
    completion: [...COMPLETIONS, "messages"],
    prompt: PROMPTS,
    reference: REFERENCES,
  },
  {
    name: "a plain table",
    needs: {},
    completion: COMPLETIONS,
    prompt: PROMPTS,
    reference: REFERENCES,
  },
];

const firstField = (row: Row, fields: readonly string[]): string | null =>
  fields.find((field) => Object.hasOwn(row, field)) ?? null;

function fits(row: Row, { needs, completion }: Shape, hasCompletion: boolean): boolean {
  const hasNeeds = Object.entries(needs).every(
    ([field, holds]) => Object.hasOwn(row, field) && holds(row[field]),
  );
  return hasNeeds && (hasCompletion || firstField(row, completion) !== null);
}

/**
 * Guesses by its fields what a row is.
 *
 * @param hasCompletion whether the field of the completion is known already
 */
export function guessShape(row: Row, hasCompletion = false): GuessedShape {
  const shape = SHAPES.find((each) => fits(row, each, hasCompletion));
  if (!shape)
    return { name: "unknown", completion: null, prompt: null, reference: null, referenceMark: null };
  return {
    name: shape.name,
    completion: firstField(row, shape.completion),
    prompt: firstField(row, shape.prompt),
    reference: firstField(row, shape.reference),
    referenceMark: shape.referenceMark ?? null,
  };
}
