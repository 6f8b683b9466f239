import { calendar } from "./calendar.js";
import { canonicalForm } from "./canonical-form.js";
import { cases } from "./cases.js";
import { choice } from "./choice.js";
import { collection } from "./collection.js";
import { exactValue } from "./exact-value.js";
import { family } from "./family.js";
import { identityTest } from "./identity-test.js";
import { matrix } from "./matrix.js";
import { normalizedText } from "./normalized-text.js";
import { quantity } from "./quantity.js";
import { ratio } from "./ratio.js";
import { realSet } from "./real-set.js";
import { relation } from "./relation.js";
import { roundedDecimal } from "./rounded-decimal.js";
import { structure } from "./structure.js";
import type { ExpressionTier, TextTier } from "./tier.js";
import { text, words } from "./words.js";

/** Compare the answers as they are written, in this order; the first that decides wins. */
export const textTiers: readonly TextTier[] = [
  normalizedText, // the same spelling
  exactValue, //     two plain numerals
  choice, //         letters of a multiple choice
  calendar, //       dates and times
  words, //          the same words
];

/** Compare what the answers parse to, in this order; the first that decides wins. */
export const expressionTiers: readonly ExpressionTier[] = [
  ratio, //          proportions and times of day
  canonicalForm, //  proves or refutes: exact algebra
  roundedDecimal, // a decimal against the value it is rounded from
  structure, //      proves: the same tree
  identityTest, //   refutes, or confirms by rule: values with error bounds, of constants and at points
  quantity, //       units
  matrix, //         matrices and vectors
  cases, //          piecewise functions
  family, //         answers that an integer counts
  collection, //     lists, sets, tuples
  relation, //       equations and inequalities as they are written
  realSet, //        intervals, unions, solution sets
  text, //           words that are left
];

export type { Context, ExpressionTier, Outcome, TextTier } from "./tier.js";
