import { checkObject, wrongInput } from "../core/index.js";
import type { AnswerPair } from "./pairs/recipe.js";
import { createPairSource, type PairOptions } from "./pairs/pair-source.js";
import { createRandom } from "./random.js";

export interface CorpusOptions extends PairOptions {
  /** The same pairs for the same seed. */
  readonly seed: number;
}

/**
 * Pairs of answers without an end: equal ones, or ones that are different for sure. Each is confirmed by evaluation
 * with bounds of error; what cannot be confirmed is left out.
 */
export function* corpus(corpusOptions: CorpusOptions): Generator<AnswerPair, never, undefined> {
  checkObject("the options", corpusOptions, "an object");
  const { seed, ...options } = corpusOptions;
  if (!Number.isSafeInteger(seed)) throw wrongInput("seed", "a whole number", seed);
  const source = createPairSource(options);
  const random = createRandom(seed);
  for (;;) {
    const drawn = source.draw(random);
    if (drawn !== undefined) yield drawn.pair;
  }
}
