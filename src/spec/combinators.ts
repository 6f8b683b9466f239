import {
  clamp,
  type ClampOptions,
  fallback,
  gate,
  type GateOptions,
  metricOnly,
  perTurn,
  type PerTurnOptions,
  required,
  rescale,
  type RescaleOptions,
  weightedSum,
} from "../compose/index.js";
import type { AnyReward } from "../core/index.js";
import type { JsonSchema } from "../schema/index.js";

/** A reward among the parts of a composition, with the weight that its spec gives it. */
export interface Part {
  readonly reward: AnyReward;
  readonly weight: number;
}

/** How a combinator of `src/compose` is written as data. */
export interface Combinator {
  readonly summary: string;
  /** How many parts it takes; `one` stands alone, more stand in a list. */
  readonly parts: "one" | "two" | "several";
  /** JSON Schema of each option. */
  readonly options: Readonly<Record<string, JsonSchema>>;
  readonly requiredOptions?: readonly string[];
  /** Options that an example is written with, where it means nothing without. */
  readonly example?: Readonly<Record<string, unknown>>;
  /** Whether the parts may carry a `weight`. */
  readonly isWeighted?: boolean;
  readonly build: (parts: readonly Part[], options: never) => AnyReward;
}

const number = (description: string, byDefault?: number): JsonSchema => ({
  type: "number",
  description,
  ...(byDefault !== undefined && { default: byDefault }),
});

const numberPair = (description: string): JsonSchema => ({
  type: "array",
  items: { type: "number" },
  minItems: 2,
  maxItems: 2,
  description,
});

/** The only part. */
const only = (parts: readonly Part[]): AnyReward => (parts[0] as Part).reward;

/** By the name that a spec uses, the combinators of `src/compose`. */
export const combinators: Readonly<Record<string, Combinator>> = {
  weighted_sum: {
    summary: "The sum of weight times score, without the scores that are null.",
    parts: "several",
    options: {},
    isWeighted: true,
    build: (parts) => weightedSum(...parts.map(({ reward, weight }) => [reward, weight] as const)),
  },
  gate: {
    summary: "The second reward's score for completions that pass the first; it is not run for the others.",
    parts: "two",
    options: {
      threshold: number("The least score of the first reward that passes.", 1),
      otherwise: number("The score of a completion that does not pass.", 0),
    },
    build: ([first, second]: readonly Part[], options: GateOptions) =>
      gate((first as Part).reward, (second as Part).reward, options),
  },
  fallback: {
    summary: "The score of the first reward that has an opinion.",
    parts: "several",
    options: {},
    build: (parts) => fallback(...parts.map(({ reward }) => reward)),
  },
  clamp: {
    summary: "The score, held between min and max.",
    parts: "one",
    options: { min: number("The least score."), max: number("The greatest score.") },
    example: { min: 0 },
    build: (parts, options: ClampOptions) => clamp(only(parts), options),
  },
  rescale: {
    summary: "The score, mapped along a straight line.",
    parts: "one",
    options: { from: numberPair("Two scores."), to: numberPair("What they become.") },
    requiredOptions: ["from", "to"],
    example: { from: [0, 1], to: [-1, 1] },
    build: (parts, options: RescaleOptions) => rescale(only(parts), options),
  },
  per_turn: {
    summary: "The scores of all assistant messages, or of the last.",
    parts: "one",
    options: {
      aggregate: {
        enum: ["sum", "mean", "last"],
        default: "sum",
        description: "What the turns' scores make.",
      },
    },
    build: (parts, options: PerTurnOptions) => perTurn(only(parts), options),
  },
  metric_only: {
    summary: "A reward that is scored for the log alone.",
    parts: "one",
    options: {},
    build: (parts) => metricOnly(only(parts)),
  },
  required: {
    summary: "A reward whose null makes the sum null.",
    parts: "one",
    options: {},
    build: (parts) => required(only(parts)),
  },
};
