/** `<|im_end|>`, `<｜User｜>`, `</s>`, `<<SYS>>`, `<end_of_turn>`, `<think>`: all open a bracket right before a sign or a letter. */
const ANGLE = /<(?=[|｜/<_a-z])/gi;
/** `[INST]`, `[/INST]`, `[TOOL_CALLS]`, `[gMASK]`. */
const SQUARE = /\[(?=\/?[a-z]?[A-Z_]{3,24}\])/g;

/**
 * A text without what a chat template takes for a mark of its own: a space stands behind each bracket that would open
 * one. Servers write a conversation into one text before they cut it into tokens, so that such a mark in a message
 * ends the message.
 */
export function withoutChatTokens(text: string): string {
  return text.replace(ANGLE, "< ").replace(SQUARE, "[ ");
}

/** Controls but tab and line break; lone surrogates; marks of direction and width; tag characters. */
const UNSEEN =
  /(?![\t\n])[\p{Cc}\p{Cs}\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A text without the characters that a person would not see, and a tokenizer would. */
export function withoutUnseen(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
}
