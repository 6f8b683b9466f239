import type { AnswerKind, KindDefinition } from "./answer.js";
import { COLLECTION_KINDS } from "./collections.js";
import { INTERVAL_KINDS } from "./intervals.js";
import { SCALAR_KINDS } from "./scalars.js";
import { WORD_KINDS } from "./words.js";

export type {
  Answer,
  AnswerForm,
  AnswerKind,
  AnswerMutation,
  KindDefinition,
  PolicyGuard,
} from "./answer.js";

export { withPart } from "./answer.js";

/** All kinds of answers. */
export const KINDS: readonly KindDefinition[] = [
  ...SCALAR_KINDS,
  ...COLLECTION_KINDS,
  ...INTERVAL_KINDS,
  ...WORD_KINDS,
];

const BY_NAME: ReadonlyMap<AnswerKind, KindDefinition> = new Map(KINDS.map((one) => [one.kind, one]));

/** All names of kinds. */
export const ALL_KINDS: readonly AnswerKind[] = KINDS.map(({ kind }) => kind);

/** What there is to know of a kind. @throws {RangeError} for the name of none */
export function kindOf(kind: AnswerKind): KindDefinition {
  const known = BY_NAME.get(kind);
  if (known !== undefined) return known;
  throw new RangeError(
    `There is no kind of answers ${JSON.stringify(kind)}; there are ${ALL_KINDS.join(", ")}.`,
  );
}
