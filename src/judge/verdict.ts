import { compileSchema, type JsonSchema } from "../schema/index.js";
import { answerPart } from "../text/index.js";
import { criterionKey, type Rubric, weightedScore } from "./rubric.js";

/** What a judge has decided. */
interface Judgement {
  readonly score: number;
  readonly reasoning: string;
}

/** Reads a judge's message; `null` for anything but one verdict and nothing else. */
export type ReadVerdict = (message: string) => Judgement | null;

interface WireVerdict {
  readonly reasoning: string;
  readonly scores: Readonly<Record<string, number>>;
}

function closedObject(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

/** The JSON Schema of a verdict: the reasoning first, since a judge that explains before it grades grades better. */
export function verdictSchema({ criteria, scale }: Rubric): JsonSchema {
  const grade: JsonSchema = { type: "integer", minimum: 0, maximum: scale };
  const scores = Object.fromEntries(criteria.map((_, i) => [criterionKey(i), grade]));
  return closedObject({ reasoning: { type: "string" }, scores: closedObject(scores) });
}

const OPENING = /^```(?:json)?\n/;
const CLOSING = "\n```";

/** The text within the one code fence that it is, or the text itself. */
function withoutFence(text: string): string {
  const opening = OPENING.exec(text)?.[0];
  return opening !== undefined && text.endsWith(CLOSING) ? text.slice(opening.length, -CLOSING.length) : text;
}

/** JSON that is the whole message, its thinking and one code fence around it aside. */
function parseMessage(message: string): unknown {
  const part = answerPart(message);
  const text = part === null ? "" : message.slice(part.start, part.end).trim();
  try {
    return JSON.parse(withoutFence(text)) as unknown;
  } catch {
    return undefined;
  }
}

/** Makes the reader of the verdicts by a rubric. */
export function verdictReader(rubric: Rubric): ReadVerdict {
  const problemWith = compileSchema(verdictSchema(rubric));
  return (message) => {
    const value = parseMessage(message);
    if (value === undefined || problemWith(value) !== null) return null;
    const { reasoning, scores } = value as WireVerdict;
    const grades = rubric.criteria.map((_, i) => scores[criterionKey(i)] ?? 0);
    return { score: weightedScore(rubric, grades), reasoning };
  };
}
