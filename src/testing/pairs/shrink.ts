import { type Answer, type AnswerKind, withPart } from "../answers/index.js";
import { isConstant } from "../expression/expression.js";
import { simplerExpressions } from "../expression/simplify.js";
import type { Recipe } from "./recipe.js";

const without = <Item>(items: readonly Item[], at: number): readonly Item[] => items.toSpliced(at, 1);

/** Kinds that may lose a part. */
const LOOSE: ReadonlySet<AnswerKind> = new Set(["set", "tuple"]);

function* simplerAnswers(answer: Answer): Generator<Answer> {
  if (LOOSE.has(answer.kind) && answer.parts.length > 1) {
    for (const at of answer.parts.keys()) yield { ...answer, parts: without(answer.parts, at) };
  }
  const columns = Number(answer.mark);
  if (answer.kind === "matrix" && answer.parts.length > columns) {
    yield { ...answer, parts: answer.parts.slice(columns) };
  }
  for (const [at, part] of answer.parts.entries()) {
    // A number stays one: variables are for kinds that have them.
    const isNumber = isConstant(part);
    for (const simpler of simplerExpressions(part)) {
      if (!isNumber || isConstant(simpler)) yield withPart(answer, at, simpler);
    }
  }
}

/** Recipes that are simpler by one thing, what saves most first. Whether they still make a pair is not known. */
export function* simplerRecipes(recipe: Recipe): Generator<Recipe> {
  const { layout, form, style, goldStyle, changes, gold } = recipe;
  if (layout !== undefined) yield { ...recipe, layout: undefined };
  if (form !== undefined) yield { ...recipe, form: undefined };
  for (const at of style.keys()) yield { ...recipe, style: without(style, at) };
  for (const at of goldStyle.keys()) yield { ...recipe, goldStyle: without(goldStyle, at) };
  for (const at of changes.keys()) yield { ...recipe, changes: without(changes, at) };
  for (const simpler of simplerAnswers(gold)) yield { ...recipe, gold: simpler };
}
