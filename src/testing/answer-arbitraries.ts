import { Arbitrary, type Random as Source, Stream, subarray, Value } from "fast-check";
import { type Answer, type AnswerKind, kindOf, KINDS } from "./answers/index.js";
import { type Expression, isSameTree } from "./expression/expression.js";
import { type ExpressionOptions, randomExpression } from "./expression/generate.js";
import { simplerExpressions } from "./expression/simplify.js";
import type { Style } from "./expression/style.js";
import { STYLE_FORMS, styleOf } from "./pairs/surface.js";
import { createRandom, type Random } from "./random.js";

/** What is drawn from a seed, and shrinks by its structure: each smaller thing is one of the same kind. */
class DrawnArbitrary<Thing extends object> extends Arbitrary<Thing> {
  private readonly draw: (random: Random) => Thing;
  private readonly simpler: (thing: Thing) => Iterable<Thing>;
  private readonly drawn = new WeakSet<object>();

  constructor(draw: (random: Random) => Thing, simpler: (thing: Thing) => Iterable<Thing>) {
    super();
    this.draw = draw;
    this.simpler = simpler;
  }

  override generate(random: Source): Value<Thing> {
    return this.toValue(this.draw(createRandom(random.nextInt(0, 0x7fffffff))));
  }

  override canShrinkWithoutContext(value: unknown): value is Thing {
    return typeof value === "object" && value !== null && this.drawn.has(value);
  }

  override shrink(thing: Thing): Stream<Value<Thing>> {
    return new Stream(this.smaller(thing));
  }

  private *smaller(thing: Thing): IterableIterator<Value<Thing>> {
    for (const simpler of this.simpler(thing)) yield this.toValue(simpler);
  }

  private toValue(thing: Thing): Value<Thing> {
    this.drawn.add(thing);
    return new Value(thing, undefined);
  }
}

/**
 * Expressions over the real numbers, of integers, decimals, variables and constants. They shrink to what is in them, and
 * to 0.
 */
export const expression = (options: ExpressionOptions = {}): Arbitrary<Expression> =>
  new DrawnArbitrary((random) => randomExpression(random, options), simplerExpressions);

/** Kinds whose parts may be any expressions; the ends of an interval, say, have to stay in order. */
const FREE_PARTS: ReadonlySet<AnswerKind> = new Set(["integer", "expression", "symbolic", "tuple", "set"]);
/** Kinds that may lose a part. */
const LOOSE: ReadonlySet<AnswerKind> = new Set(["tuple", "set"]);

const hasTwice = ({ kind, parts }: Answer): boolean =>
  kind === "set" && parts.some((part, i) => parts.some((other, k) => k < i && isSameTree(part, other)));

function* simplerAnswers(answer: Answer): Generator<Answer> {
  const { kind, parts } = answer;
  if (LOOSE.has(kind) && parts.length > 2) {
    for (const at of parts.keys()) yield { ...answer, parts: parts.toSpliced(at, 1) };
  }
  if (!FREE_PARTS.has(kind)) return;
  for (const [at, part] of parts.entries()) {
    for (const simpler of simplerExpressions(part)) {
      const smaller = { ...answer, parts: parts.with(at, simpler) };
      if (!hasTwice(smaller)) yield smaller;
    }
  }
}

/** Answers of any kind; `latexOf` writes them. @throws if `kinds` is empty */
export function answer({
  kinds = KINDS.map(({ kind }) => kind),
}: { readonly kinds?: readonly AnswerKind[] } = {}): Arbitrary<Answer> {
  if (kinds.length === 0) throw new Error("give one kind of answers, at least");
  return new DrawnArbitrary((random) => kindOf(random.pick(kinds)).generate(random), simplerAnswers);
}

/**
 * Ways to write LaTeX that change no value. They shrink to the plain one.
 *
 * @param options `forms`: the entries of the catalogue that may be used, as `S1` or `S22`; all by default
 */
export function latexStyle({ forms }: { readonly forms?: readonly string[] } = {}): Arbitrary<Style> {
  const usable = STYLE_FORMS.filter(({ id }) => forms?.includes(id) ?? true);
  return subarray([...usable]).map(styleOf);
}
