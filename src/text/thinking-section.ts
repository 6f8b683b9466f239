import { pythonStrip } from "./python-text.js";

/**
 * What follows the last `</think>`, without answer tags and the mark of the assistant's turn: open-instruct's
 * `remove_thinking_section`. A thought that is never closed stays; {@link answerPart} tells such a text.
 */
export function removeThinkingSection(text: string): string {
  const turn = pythonStrip(text.replaceAll("<|assistant|>", ""));
  const close = turn.lastIndexOf("</think>");
  const answer = close < 0 ? turn : turn.slice(close + "</think>".length);
  return pythonStrip(answer.replaceAll("<answer>", "").replaceAll("</answer>", ""));
}
