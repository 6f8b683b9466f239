import { type Answer, kindOf } from "./answers/index.js";
import type { Expression } from "./expression/expression.js";
import { toLatex } from "./expression/latex.js";
import { PLAIN_STYLE, type Style } from "./expression/style.js";

/** An expression or an answer in LaTeX that can be read in one way only. @param style the plain one by default */
export const latexOf = (written: Expression | Answer, style: Style = PLAIN_STYLE): string =>
  "op" in written ? toLatex(written, style) : kindOf(written.kind).print(written, style);
