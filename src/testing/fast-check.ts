import { Arbitrary, type Random as Source, Stream, Value } from "fast-check";
import type { AnswerPair, Recipe } from "./pairs/recipe.js";
import { type DrawnPair, createPairSource, type PairOptions, type PairSource } from "./pairs/pair-source.js";
import { simplerRecipes } from "./pairs/shrink.js";
import { createRandom } from "./random.js";

/** How often a pair is drawn anew that could not be confirmed. */
const TRIES = 1000;

/** Pairs as fast-check draws them. They shrink by what made them, so that each smaller pair is confirmed as well. */
class PairArbitrary extends Arbitrary<AnswerPair> {
  private readonly source: PairSource;

  constructor(source: PairSource) {
    super();
    this.source = source;
  }

  override generate(random: Source): Value<AnswerPair> {
    const numbers = createRandom(random.nextInt(0, 0x7fffffff));
    for (let i = 0; i < TRIES; i++) {
      const drawn = this.source.draw(numbers);
      if (drawn !== undefined) return toValue(drawn);
    }
    throw new Error("no pair of these kinds could be confirmed");
  }

  override canShrinkWithoutContext(_value: unknown): _value is AnswerPair {
    return false;
  }

  override shrink(_: AnswerPair, context: unknown): Stream<Value<AnswerPair>> {
    return new Stream(this.simpler(context as Recipe));
  }

  private *simpler(recipe: Recipe): IterableIterator<Value<AnswerPair>> {
    for (const simpler of simplerRecipes(recipe)) {
      const pair = this.source.build(simpler);
      if (pair !== undefined) yield toValue({ recipe: simpler, pair });
    }
  }
}

const toValue = ({ pair, recipe }: DrawnPair): Value<AnswerPair> => new Value(pair, recipe);

export type ArbitraryPairOptions = Omit<PairOptions, "relation">;

/** Pairs of answers that are equal: by rules that are sound, and confirmed by evaluation. */
export const equivalentPair = (options: ArbitraryPairOptions = {}): Arbitrary<AnswerPair> =>
  new PairArbitrary(createPairSource({ ...options, relation: "equivalent" }));

/** Pairs of answers that are different for sure. */
export const differentPair = (options: ArbitraryPairOptions = {}): Arbitrary<AnswerPair> =>
  new PairArbitrary(createPairSource({ ...options, relation: "different" }));
