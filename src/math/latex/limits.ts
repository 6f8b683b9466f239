/** UTF-16 units of one answer. */
export const MAX_SOURCE_LENGTH = 20_000;
export const MAX_TOKENS = 4_000;
/** Digits of one number literal, its exponent written out. */
export const MAX_DIGITS = 5_000;
/** Digits of the period of a repeating decimal: its value is reduced by Euclid's algorithm. */
export const MAX_PERIOD = 200;
/** Open constructs while parsing. A level takes about ten stack frames. */
export const MAX_NESTING = 220;
/** The height of a tree, so that whoever recurses over it is safe. */
export const MAX_TREE_DEPTH = 250;
/** Tokens that are looked at to tell `u(x, t)` from a product. */
export const MAX_CALL_LOOKAHEAD = 64;
/** UTF-16 units of a `\text{…}` that may hold a number or formula; a longer one is words. */
export const MAX_INLINE_TEXT = 400;
