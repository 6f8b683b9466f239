/** Commands whose argument is set as words. */
export const TEXT_COMMANDS: ReadonlySet<string> = new Set([
  "text", "textbf", "textit", "textrm", "textsf", "texttt", "textup", "textsc", "mbox", "hbox", "textmd", "textsl",
]); // prettier-ignore

/** Words whatever they hold; what the printer writes. */
export const VERBATIM_TEXT = "textnormal";

/** Commands that set letters of a formula in another face. */
export const ALPHABETS: ReadonlySet<string> = new Set([
  "mathrm", "mathbf", "mathit", "mathcal", "mathsf", "mathtt", "mathfrak", "mathscr", "mathnormal", "boldsymbol", "bm",
]); // prettier-ignore

/** Those that mark a vector: `\mathbf{i}` is no imaginary unit. */
export const BOLD_ALPHABETS: ReadonlySet<string> = new Set(["mathbf", "boldsymbol", "bm"]);

export const OPERATOR_NAME_COMMANDS: ReadonlySet<string> = new Set(["operatorname", "DeclareMathOperator"]);
