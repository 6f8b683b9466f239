/**
 * `operator`: a named function, from `\operatorname{…}`, `\mathrm{…}` or plain letters. `begin` and `end_environment`
 * carry the name of the environment. `open_bar` and `close_bar` are bars that say which way they face.
 */
export type TokenKind =
  | "number"
  | "letter"
  | "command"
  | "operator"
  | "text"
  | "conjunction"
  | "currency"
  | "symbol"
  | "open_bar"
  | "close_bar"
  | "begin"
  | "end_environment"
  | "end";

export interface Token {
  readonly kind: TokenKind;
  /** The command's name, the digits of the number, the words, or the characters themselves. */
  readonly text: string;
  readonly start: number;
  /** Whether space stands before it. */
  readonly spaced: boolean;
}
