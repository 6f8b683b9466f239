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
  /** What made the pairs. */
  private readonly recipes = new WeakMap<object, Recipe>();

  constructor(source: PairSource) {
    super();
    this.source = source;
  }

  override generate(random: Source): Value<AnswerPair> {
    const numbers = createRandom(random.nextInt(0, 0x7fffffff));
    for (let i = 0; i < TRIES; i++) {
      const drawn = this.source.draw(numbers);
      if (drawn !== undefined) return this.toValue(drawn);
    }
    throw new Error("no pair of these kinds could be confirmed");
  }

  override canShrinkWithoutContext(value: unknown): value is AnswerPair {
    return typeof value === "object" && value !== null && this.recipes.has(value);
  }

  override shrink(pair: AnswerPair): Stream<Value<AnswerPair>> {
    const recipe = this.recipes.get(pair);
    return recipe === undefined ? Stream.nil() : new Stream(this.simpler(recipe));
  }

  private toValue({ pair, recipe }: DrawnPair): Value<AnswerPair> {
    this.recipes.set(pair, recipe);
    return new Value(pair, undefined);
  }

  private *simpler(recipe: Recipe): IterableIterator<Value<AnswerPair>> {
    for (const simpler of simplerRecipes(recipe)) {
      const pair = this.source.build(simpler);
      if (pair !== undefined) yield this.toValue({ recipe: simpler, pair });
    }
  }
}

export type ArbitraryPairOptions = Omit<PairOptions, "relation">;

/** Pairs of answers that are equal: by rules that are sound, and confirmed by evaluation. */
export const equivalentPair = (options: ArbitraryPairOptions = {}): Arbitrary<AnswerPair> =>
  new PairArbitrary(createPairSource({ ...options, relation: "equivalent" }));

/** Pairs of answers that are different for sure. */
export const differentPair = (options: ArbitraryPairOptions = {}): Arbitrary<AnswerPair> =>
  new PairArbitrary(createPairSource({ ...options, relation: "different" }));

export { answer, expression, latexStyle } from "./answer-arbitraries.js";
export {
  type CodeSubmission,
  codeSubmission,
  completionWith,
  hack,
  type HackCase,
  rewardGroups,
} from "./arbitraries.js";
