import fc from "fast-check";
import { type Pair, type Pairs, pairsOf } from "./kind.js";
import { matrix, set, tuple } from "./kinds/collections.js";
import { complexNumber, expression } from "./kinds/expressions.js";
import { interval } from "./kinds/intervals.js";
import { percentage, quantity } from "./kinds/quantities.js";
import { equation, inequality } from "./kinds/relations.js";

/** Half of the pairs are expressions. */
const KINDS: readonly { readonly weight: number; readonly pairs: Pairs }[] = [
  { weight: 18, pairs: pairsOf("expression", expression) },
  { weight: 2, pairs: pairsOf("complex number", complexNumber) },
  { weight: 2, pairs: pairsOf("tuple", tuple) },
  { weight: 2, pairs: pairsOf("set", set) },
  { weight: 2, pairs: pairsOf("matrix", matrix) },
  { weight: 2, pairs: pairsOf("interval", interval) },
  { weight: 2, pairs: pairsOf("equation", equation) },
  { weight: 2, pairs: pairsOf("inequality", inequality) },
  { weight: 2, pairs: pairsOf("quantity", quantity) },
  { weight: 2, pairs: pairsOf("percentage", percentage) },
];

const anyOf = (side: keyof Pairs): fc.Arbitrary<Pair> =>
  fc.oneof(...KINDS.map(({ weight, pairs }) => ({ weight, arbitrary: pairs[side] })));

/** Equal by a chain of identities, and by an oracle. */
export const equalPair: fc.Arbitrary<Pair> = anyOf("equal");

/** One slip apart, and confirmed to be different by an oracle. */
export const differentPair: fc.Arbitrary<Pair> = anyOf("different");
