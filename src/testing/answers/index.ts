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

/** What there is to know of a kind. */
export const kindOf = (kind: AnswerKind): KindDefinition => BY_NAME.get(kind) as KindDefinition;
