import { type Answer, kindOf, withPart } from "../answers/index.js";
import type { Comparison } from "../expression/compare.js";
import { evaluate } from "../expression/evaluate.js";
import { type Expression, hasOperator, isConstant } from "../expression/expression.js";
import type { VerifierPolicy } from "../policy.js";
import { createRandom } from "../random.js";
import { applyChange } from "../rules/index.js";
import type { AnswerPair, PartChange, Recipe, Relation, Step } from "./recipe.js";
import { styleOf } from "./surface.js";

/** The answer with one part changed; `undefined` if the rule applies nowhere in it. */
export function changePart(answer: Answer, change: PartChange): Answer | undefined {
  const part = answer.parts[change.part];
  const made = part && applyChange(part, change);
  return made && withPart(answer, change.part, made);
}

/** The answer that a recipe makes of the reference; `undefined` if a step of it does not apply. */
function cook({ gold, mutation, changes }: Recipe): Answer | undefined {
  let answer: Answer | undefined = gold;
  if (mutation !== undefined) {
    answer =
      "whole" in mutation
        ? mutation.whole.apply(gold, createRandom(mutation.seed))
        : changePart(gold, mutation);
  }
  for (const change of changes) answer = answer && changePart(answer, change);
  return answer;
}

/** The pair of a recipe, if it has the relation for sure. */
export function buildPair(
  recipe: Recipe,
  relation: Relation,
  policy: VerifierPolicy,
): AnswerPair | undefined {
  const candidate = cook(recipe);
  return candidate && confirmPair(recipe, candidate, relation, policy);
}

/** The pair of a recipe and what it makes, if it has the relation for sure. */
export function confirmPair(
  recipe: Recipe,
  candidate: Answer,
  relation: Relation,
  policy: VerifierPolicy,
): AnswerPair | undefined {
  const { gold } = recipe;
  const compared = kindOf(gold.kind).compare(gold, candidate);
  if (!isSure(recipe, candidate, relation, compared, policy)) return undefined;
  const candidateLatex = write(recipe, candidate);
  if (candidateLatex === undefined) return undefined;
  return {
    gold,
    candidate,
    goldLatex: kindOf(gold.kind).print(gold, styleOf(recipe.goldStyle)),
    candidateLatex,
    relation,
    trace: traceOf(recipe),
  };
}

function isSure(
  recipe: Recipe,
  candidate: Answer,
  relation: Relation,
  compared: Comparison,
  { domain, tolerance }: VerifierPolicy,
): boolean {
  if (relation === "equivalent")
    return compared === "same" || (compared === "domain" && isByDomainRule(recipe));
  if (compared === "domain") return domain === "exact";
  return compared === "different" && !isWithin(tolerance, recipe.gold, candidate);
}

/** A constant has one value or none: there is nowhere else where both sides are defined. */
const isByDomainRule = ({ gold, changes }: Recipe): boolean =>
  changes.some(({ rule }) => rule.class === "domain") && !gold.parts.every(isConstant);

function write({ form, style, layout }: Recipe, candidate: Answer): string | undefined {
  const written =
    form === undefined
      ? kindOf(candidate.kind).print(candidate, styleOf(style))
      : form.form.write(candidate, styleOf(style), createRandom(form.seed));
  return layout === undefined || written === undefined ? written : layout.write(written);
}

function traceOf({ mutation, changes, form, style, layout }: Recipe): readonly Step[] {
  const steps: Step[] = [];
  if (mutation !== undefined) {
    if ("whole" in mutation) steps.push({ id: mutation.whole.id, class: "mutation" });
    else steps.push({ id: mutation.rule.id, class: mutation.rule.class });
  }
  for (const { rule } of changes) steps.push({ id: rule.id, class: rule.class });
  if (form !== undefined) steps.push({ id: form.form.id, class: "surface" });
  for (const { id } of style) steps.push({ id, class: "surface" });
  if (layout !== undefined) steps.push({ id: layout.id, class: "surface" });
  return steps;
}

const isRounded = (answer: Answer): boolean => answer.parts.some((part) => hasOperator(part, "decimal"));

const POINT = { x: 1.7, y: -0.6, z: 2.3, n: 3 };

/** Whether decimals are so near the reference that a verifier may take them for it, rounded. */
function isWithin(tolerance: number, gold: Answer, candidate: Answer): boolean {
  if (tolerance === 0 || !(isRounded(candidate) || isRounded(gold))) return false;
  if (gold.parts.length !== candidate.parts.length || gold.mark !== candidate.mark) return false;
  return gold.parts.every((part, i) => relativeDistance(part, candidate.parts[i] as Expression) < tolerance);
}

function relativeDistance(a: Expression, b: Expression): number {
  const [p, q] = [evaluate(a, POINT).value, evaluate(b, POINT).value];
  // What has no value there, or is next to nothing, is not near enough to be sure.
  if (Number.isNaN(p) || Number.isNaN(q)) return 0;
  return p === q ? 0 : Math.abs(p - q) / Math.max(Math.abs(p), Math.abs(q));
}
