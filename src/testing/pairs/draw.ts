import type { Answer, AnswerForm, AnswerKind, AnswerMutation } from "../answers/index.js";
import { kindOf, withPart } from "../answers/index.js";
import type { Expression } from "../expression/expression.js";
import { createRandom, type Random } from "../random.js";
import { changeSomewhere, type Rule, type RuleIndex } from "../rules/index.js";
import { changePart } from "./build.js";
import type { PartChange, Recipe, Relation } from "./recipe.js";
import { type Layout, LAYOUTS, type StyleForm } from "./surface.js";

/** An entry of a table that a pair has to use, so that none is missed by chance. */
export interface Focus {
  readonly rule?: Rule;
  readonly mutation?: AnswerMutation;
  readonly form?: AnswerForm;
  readonly style?: StyleForm;
  readonly layout?: Layout;
}

/** The rules and styles that are sound under a policy. */
export interface Tables {
  readonly sound: readonly Rule[];
  readonly spoiling: readonly Rule[];
  readonly soundIndex: RuleIndex;
  readonly spoilingIndex: RuleIndex;
  readonly styles: readonly StyleForm[];
}

/** What a pair is drawn from. */
export interface Drawer {
  readonly random: Random;
  readonly relation: Relation;
  readonly tables: Tables;
  /** Empty: anything. */
  readonly focus: Focus | undefined;
  /** Of the kind. */
  readonly forms: readonly AnswerForm[];
  readonly mutations: readonly AnswerMutation[];
}

/** A recipe and the answer that it makes, which is still to be confirmed. */
export interface Drawn {
  readonly recipe: Recipe;
  readonly candidate: Answer;
}

/** Kinds whose expressions are free, so that any rule may be shown in them. */
export const EXPRESSIVE: ReadonlySet<AnswerKind> = new Set(["expression", "symbolic"]);
/** Kinds whose parts are not letters or words. */
export const WRITTEN: ReadonlySet<AnswerKind> = new Set([
  "integer",
  "rational",
  "decimal",
  "expression",
  "symbolic",
  "set",
  "tuple",
  "equation",
]);
/** Kinds whose parts may be rewritten as expressions. */
const REWRITTEN: ReadonlySet<AnswerKind> = new Set([...WRITTEN, "interval", "union", "inequality", "matrix"]);
/** Kinds that stay what they are when a number in them becomes another one. */
const SPOILT: ReadonlySet<AnswerKind> = new Set([...WRITTEN, "inequality", "matrix"]);

/** A recipe at random; `undefined` if what was to be shown did not apply. */
export function drawRecipe(drawer: Drawer, kind: AnswerKind): Drawn | undefined {
  const gold = drawGold(drawer, kind);
  if (drawer.relation === "equivalent") return finish(drawer, gold, undefined, gold);
  const spoilt = drawMutation(drawer, gold);
  return spoilt && finish(drawer, gold, spoilt.mutation, spoilt.candidate);
}

/** Rewritings and surface, on top of what has been made. */
function finish(drawer: Drawer, gold: Answer, mutation: Recipe["mutation"], made: Answer): Drawn | undefined {
  const rewritten = drawer.focus === undefined ? rewrite(drawer, made) : showRule(drawer, made);
  if (rewritten === undefined) return undefined;
  const { answer, changes } = rewritten;
  const { form, goldStyle, style, layout } = drawSurface(drawer, gold.kind);
  return { candidate: answer, recipe: { gold, mutation, changes, form, goldStyle, style, layout } };
}

interface Rewritten {
  readonly answer: Answer;
  readonly changes: readonly PartChange[];
}

function rewrite({ random, relation, tables }: Drawer, made: Answer): Rewritten {
  const changes: PartChange[] = [];
  let answer = made;
  const most = REWRITTEN.has(made.kind) ? (relation === "equivalent" ? 4 : 3) : 1;
  for (let i = random.below(most); i > 0; i--) {
    const changed = drawChange(answer, tables.soundIndex, random);
    if (changed === undefined) continue;
    answer = changed.answer;
    changes.push(changed.change);
  }
  return { answer, changes };
}

function showRule({ random, relation, focus }: Drawer, made: Answer): Rewritten | undefined {
  if (relation === "different" || focus?.rule === undefined) return { answer: made, changes: [] };
  const change = { rule: focus.rule, path: [], seed: random.next(), part: 0 };
  const answer = changePart(made, change);
  return answer && { answer, changes: [change] };
}

/** The reference: where a rule has to be shown, an expression to which it applies. */
function drawGold({ random, focus }: Drawer, kind: AnswerKind): Answer {
  if (focus?.rule === undefined || !EXPRESSIVE.has(kind)) return kindOf(kind).generate(random);
  return { kind, parts: [focus.rule.example(random)], mark: "" };
}

interface Spoilt {
  readonly candidate: Answer;
  readonly mutation: NonNullable<Recipe["mutation"]>;
}

function drawMutation({ random, focus, mutations, tables }: Drawer, gold: Answer): Spoilt | undefined {
  if (focus?.rule !== undefined) {
    const mutation = { rule: focus.rule, path: [], seed: random.next(), part: 0 };
    const candidate = changePart(gold, mutation);
    return candidate && { candidate, mutation };
  }
  if (focus?.mutation !== undefined) return spoilWhole(gold, focus.mutation, random.next());
  const isPart = SPOILT.has(gold.kind) && (mutations.length === 0 || random.below(2) === 0);
  if (!isPart)
    return mutations.length === 0 ? undefined : spoilWhole(gold, random.pick(mutations), random.next());
  const changed = drawChange(gold, tables.spoilingIndex, random);
  return changed && { candidate: changed.answer, mutation: changed.change };
}

function spoilWhole(gold: Answer, whole: AnswerMutation, seed: number): Spoilt | undefined {
  const candidate = whole.apply(gold, createRandom(seed));
  return candidate && { candidate, mutation: { whole, seed } };
}

function drawChange(
  answer: Answer,
  index: RuleIndex,
  random: Random,
): { readonly answer: Answer; readonly change: PartChange } | undefined {
  if (answer.parts.length === 0) return undefined;
  const part = random.below(answer.parts.length);
  const changed = changeSomewhere(answer.parts[part] as Expression, index, random);
  if (changed === undefined) return undefined;
  const { rule, path, seed } = changed.change;
  return { answer: withPart(answer, part, changed.expression), change: { rule, path, seed, part } };
}

type Surface = Pick<Recipe, "form" | "goldStyle" | "style" | "layout">;

const NO_FORMS: readonly StyleForm[] = [];

function drawSurface(drawer: Drawer, kind: AnswerKind): Surface {
  const { random, focus, forms } = drawer;
  if (focus !== undefined) return showSurface(focus, random);
  const draw = random.below(6);
  return {
    form: draw === 0 && forms.length > 0 ? { form: random.pick(forms), seed: random.next() } : undefined,
    goldStyle: drawStyle(drawer, kind),
    style: drawStyle(drawer, kind),
    layout: draw === 1 ? random.pick(LAYOUTS) : undefined,
  };
}

const showSurface = ({ form, style, layout }: Focus, random: Random): Surface => ({
  form: form && { form, seed: random.next() },
  goldStyle: NO_FORMS,
  style: style === undefined ? NO_FORMS : [style],
  layout,
});

function drawStyle({ random, tables }: Drawer, kind: AnswerKind): readonly StyleForm[] {
  const count = WRITTEN.has(kind) ? random.below(3) : 0;
  if (count === 0) return NO_FORMS;
  const first = random.pick(tables.styles);
  return count === 1 ? [first] : [first, random.pick(tables.styles)];
}
