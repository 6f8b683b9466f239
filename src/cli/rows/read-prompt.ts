import type { Prompt } from "../../core/index.js";
import { fieldOf } from "./field-of.js";
import type { Row } from "./parse-row.js";
import { readMessages } from "./read-completions.js";

/** The prompt in a field, `null` if there is none; or what is wrong with it, in words. */
export function readPrompt(row: Row, field: string | null): { readonly prompt: Prompt | null } | string {
  const value = field === null ? undefined : fieldOf(row, field);
  if (value === undefined || value === null) return { prompt: null };
  const prompt = typeof value === "string" ? value : readMessages(value);
  return prompt === null ? `the field ${JSON.stringify(field)} holds no prompt` : { prompt };
}
