export type { ParseFailure } from "./failure.js";
export { parse } from "./parse.js";
export { printLatex } from "./printer/print.js";
