import { type RewardResult, undetermined } from "../core/index.js";

/** Columns with the accepted answers: one, or several of which any will do. */
export interface AnswerColumns {
  readonly solution: string | number | readonly (string | number)[] | null;
}

/** The result of a row whose reference cannot be used. */
export function unusableReference(reason: string): RewardResult {
  return { score: null, verdict: undetermined("reference", reason) };
}

function asText(value: unknown): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : null;
}

/**
 * The accepted answers of a column, each brought to the form in which it is compared; those whose form is `null` or
 * empty are left out. The result of an unusable row if none is left.
 */
export function readReferences<T>(
  value: unknown,
  toForm: (text: string) => T | null,
): readonly T[] | RewardResult {
  if (value === null || value === undefined) return unusableReference("missing");
  const texts = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(asText);
  if (texts.includes(null)) return unusableReference("not_text");
  const forms = texts.map((text) => toForm(text as string)).filter((form) => form !== null && form !== "");
  return forms.length > 0 ? (forms as T[]) : unusableReference("empty");
}

/** Whether a row has no usable reference. */
export function isUnusable(references: object): references is RewardResult {
  return "score" in references;
}
