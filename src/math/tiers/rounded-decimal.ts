import { compareRounded } from "../rules/rounding.js";
import type { ExpressionTier } from "./tier.js";

/** A decimal with enough digits equals the exact value that it is rounded from: the digits given decide. */
export const roundedDecimal: ExpressionTier = { name: "rounded_decimal", decide: compareRounded };
