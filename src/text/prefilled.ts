import type { Prompt } from "../core/index.js";

/** Whether the prompt has opened the thinking already; `"auto"` as its end says. */
export type Prefilled = boolean | "auto";

/** What the model continues: a prompt that is text, or the last message if it is the start of the model's own. */
function continuedText(prompt: Prompt): string {
  if (typeof prompt === "string") return prompt;
  const last = prompt.at(-1);
  if (last?.role !== "assistant") return "";
  const { content } = last;
  return typeof content === "string" ? content : (content?.at(-1)?.text ?? "");
}

/**
 * Whether a completion of `prompt` starts inside the thinking: a chat template that ends in an opened `<think>` leaves
 * none for the completion to open. A conversation shows this only if its last message is the model's.
 */
export function isPrefilled(prefilled: Prefilled, prompt: Prompt | undefined, tag: string): boolean {
  if (prefilled !== "auto") return prefilled;
  return prompt !== undefined && continuedText(prompt).trimEnd().endsWith(tag);
}
