/** Commands that multiply. */
export const TIMES: ReadonlySet<string> = new Set(["cdot", "times", "ast", "bullet", "star", "cdotp"]);

/** Commands that are an infix or prefix operator other than a product sign or a relation. */
export const OPERATORS: ReadonlySet<string> = new Set([
  "pm", "mp", "div", "cup", "cap", "setminus", "backslash", "smallsetminus", "bigtriangleup", "bmod", "mod", "pmod",
  "land", "wedge", "lor", "vee", "neg", "lnot", "circ", "degree", "prime", "choose", "over",
]); // prettier-ignore
