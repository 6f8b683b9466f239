/** Why a text is no answer that can be read. */
export interface ParseFailure {
  readonly kind: "failure";
  /** Short and in snake_case: `too_long`, `empty`, `unbalanced`, `unexpected_token`. */
  readonly reason: string;
  /** UTF-16 offset into the text, after typographic characters were replaced by LaTeX. */
  readonly position: number;
}

/** Ends a parse from any depth; never leaves the parser. */
export class SyntaxFailure extends Error {
  override readonly name = "SyntaxFailure";
  readonly reason: string;
  readonly position: number;

  constructor(reason: string, position: number) {
    super(reason);
    this.reason = reason;
    this.position = position;
  }
}
