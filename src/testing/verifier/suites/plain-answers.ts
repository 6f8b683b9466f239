import { type AnswerKind, kindOf } from "../../answers/index.js";
import { PLAIN_STYLE } from "../../expression/style.js";
import { createRandom } from "../../random.js";
import type { SuiteContext } from "../suite.js";

/** Kinds whose answers are short and plain. */
const PLAIN_KINDS: readonly AnswerKind[] = ["integer", "rational", "set", "symbolic"];

/** Those of the plain kinds that are asked for. */
export const plainOf = ({ kinds }: SuiteContext): readonly AnswerKind[] => {
  const plain = PLAIN_KINDS.filter((kind) => kinds.includes(kind));
  return plain.length > 0 ? plain : kinds.slice(0, 1);
};

export const answerOf = (kind: AnswerKind, seed: number): string => {
  const definition = kindOf(kind);
  return definition.print(definition.generate(createRandom(seed)), PLAIN_STYLE);
};

/** An answer that is no other: a number beyond all that are drawn. */
export const wrongAnswer = (seed: number): string => String(7_000_003 + (seed % 900_000));
