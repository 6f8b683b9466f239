import { type Expression, integer, size, variable } from "../expression/expression.js";
import { randomExpression } from "../expression/generate.js";
import { isNonnegative, isNonzero, isPositive } from "../expression/signs.js";
import type { Random } from "../random.js";
import { type Bindings, pattern, type Pattern, standsForCount } from "./pattern.js";
import type { Rule, RuleClass } from "./rule.js";

/** What must be so of what the letters stand for. */
export interface Guards {
  /** Letters that must be positive for sure. */
  readonly positive?: string;
  readonly nonnegative?: string;
  readonly nonzero?: string;
  /** The most nodes that a letter may stand for, so that functions do not overflow. */
  readonly most?: number;
  readonly isReal?: boolean;
}

interface Rewrite {
  readonly from: Pattern;
  readonly to: Pattern;
}

const SIGNS = [
  ["positive", isPositive],
  ["nonnegative", isNonnegative],
  ["nonzero", isNonzero],
] as const;

/** The guards as one condition of what the letters stand for. */
function condition(guards: Guards): (bindings: Bindings) => boolean {
  const { most = 40 } = guards;
  const signs = SIGNS.flatMap(([sign, isSo]) =>
    Array.from(guards[sign] ?? "", (letter) => ({ letter, isSo })),
  );
  return (bindings) => {
    for (const { letter, isSo } of signs) if (!isSo(bindings[letter] as Expression)) return false;
    for (const letter in bindings) if (size(bindings[letter] as Expression) > most) return false;
    return true;
  };
}

function readRewrite(text: string): Rewrite {
  const [from = "", to = ""] = text.split(" -> ");
  return { from: pattern(from), to: pattern(to) };
}

const small = (random: Random): Expression => integer(random.between(2, 9));

/** Something for a letter to stand for. */
function draw(letter: string, guards: Guards, random: Random): Expression {
  const signs = (guards.positive ?? "") + (guards.nonnegative ?? "") + (guards.nonzero ?? "");
  if (standsForCount(letter) || signs.includes(letter)) return small(random);
  const choice = random.below(5);
  if (choice < 2) return variable(random.pick(["x", "y"]));
  return choice < 4 ? small(random) : randomExpression(random, { depth: 1, functions: "algebraic" });
}

/** The pattern with the letters that are not bound yet drawn at random. */
function complete(to: Pattern, bindings: Bindings, guards: Guards, random: Random): Expression {
  const bound: Record<string, Expression> = { ...bindings };
  for (const letter of to.letters) bound[letter] ??= draw(letter, guards, random);
  return to.build(bound);
}

/** A rule that is given by shapes, `a+b -> b+a`: the first that fits is taken, from one at random on. */
export function patternRule(
  ruleClass: RuleClass,
  id: string,
  title: string,
  texts: readonly string[],
  guards: Guards = {},
): Rule {
  let read: readonly Rewrite[] | undefined;
  const rewrites = (): readonly Rewrite[] => (read ??= texts.map(readRewrite));
  const holds = condition(guards);

  const apply = (expression: Expression, random: Random): Expression | undefined => {
    const list = rewrites();
    const start = list.length === 1 ? 0 : random.below(list.length);
    for (let i = 0; i < list.length; i++) {
      const { from, to } = list[(start + i) % list.length] as Rewrite;
      if (from.op !== undefined && from.op !== expression.op) continue;
      const bindings = from.match(expression);
      if (bindings !== undefined && holds(bindings)) return complete(to, bindings, guards, random);
    }
    return undefined;
  };

  return {
    id,
    title,
    class: ruleClass,
    ops: () => {
      const ops = rewrites().map(({ from }) => from.op);
      return ops.includes(undefined) ? undefined : ops.flatMap((op) => op ?? []);
    },
    apply,
    example: (random) => complete(random.pick(rewrites()).from, {}, guards, random),
    isReal: guards.isReal ?? false,
  };
}
