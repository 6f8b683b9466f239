import { checkOptions, listOf, type Needs, OBJECT, oneOf } from "../../core/index.js";
import { ALL_KINDS, type AnswerKind, kindOf } from "../answers/index.js";
import type { Operator } from "../expression/expression.js";
import type { VerifierPolicy } from "../policy.js";
import { resolvePolicy } from "../resolve-policy.js";
import type { Random } from "../random.js";
import {
  DOMAIN_RULES,
  EQUIVALENCES,
  indexRules,
  MUTATIONS,
  type Rule,
  UNSOUND_RULES,
} from "../rules/index.js";
import { buildPair, confirmPair } from "./build.js";
import { type Drawer, drawRecipe, EXPRESSIVE, type Focus, type Tables, WRITTEN } from "./draw.js";
import type { AnswerPair, Recipe, Relation } from "./recipe.js";
import { LAYOUTS, STYLE_FORMS } from "./surface.js";

/** A recipe and the pair that it makes. */
export interface DrawnPair {
  readonly recipe: Recipe;
  readonly pair: AnswerPair;
}

export interface PairOptions {
  readonly relation: Relation;
  /** @default all */
  readonly kinds?: readonly AnswerKind[];
  readonly policy?: Partial<VerifierPolicy>;
}

const NEEDS: Needs<PairOptions> = {
  relation: oneOf("equivalent", "different"),
  kinds: listOf(...ALL_KINDS),
  policy: OBJECT,
};

/** Draws pairs of one relation. */
export interface PairSource {
  /** A pair; `undefined` if what was drawn could not be confirmed. */
  readonly draw: (random: Random, kind?: AnswerKind, focus?: Focus) => DrawnPair | undefined;
  /** Makes a recipe that was changed again; `undefined` if the relation is no longer sure. */
  readonly build: (recipe: Recipe) => AnswerPair | undefined;
  /** The entries that can be asked for. */
  readonly foci: (kind: AnswerKind) => readonly Focus[];
}

function tablesOf(policy: VerifierPolicy): Tables {
  const isKept = (rule: Rule): boolean => policy.variables === "real" || !rule.isReal;
  const sound = [
    ...EQUIVALENCES,
    ...(policy.domain === "almost-everywhere" ? DOMAIN_RULES.filter(({ id }) => id !== "D3") : []),
  ].filter(isKept);
  const spoiling = [...MUTATIONS, ...UNSOUND_RULES];
  return {
    sound,
    spoiling,
    soundIndex: indexRules(sound.filter((rule) => rule.class !== "domain")),
    spoilingIndex: indexRules(spoiling),
    styles: STYLE_FORMS.filter(({ holds }) => holds?.(policy) ?? true),
  };
}

/**
 * A source of pairs under a policy.
 *
 * @throws {RewardError} `bad_options` for an option that there is not
 */
export function createPairSource(options: PairOptions): PairSource {
  checkOptions(options, NEEDS);
  const { relation, kinds, policy: given } = options;
  const policy = resolvePolicy(given);
  const tables = tablesOf(policy);
  const names = kinds ?? ALL_KINDS;
  const isKept = ({ holds }: { readonly holds?: (policy: VerifierPolicy) => boolean }): boolean =>
    holds?.(policy) ?? true;
  const forms = new Map(names.map((kind) => [kind, kindOf(kind).forms.filter(isKept)]));
  const mutations = new Map(names.map((kind) => [kind, kindOf(kind).mutations.filter(isKept)]));

  const draw: PairSource["draw"] = (random, kind = random.pick(names), focus) => {
    const drawer: Drawer = {
      random,
      relation,
      tables,
      focus,
      forms: forms.get(kind) ?? [],
      mutations: mutations.get(kind) ?? [],
    };
    const drawn = drawRecipe(drawer, kind);
    const pair = drawn && confirmPair(drawn.recipe, drawn.candidate, relation, policy);
    // A style that changes nothing shows nothing.
    if (focus?.style !== undefined && pair?.candidateLatex === pair?.goldLatex) return undefined;
    return pair && { recipe: drawn.recipe, pair };
  };

  const foci = (kind: AnswerKind): readonly Focus[] => {
    if (relation === "different") {
      const whole = (mutations.get(kind) ?? []).map((mutation) => ({ mutation }));
      return [...whole, ...rulesFor(kind, tables.spoiling).map((rule) => ({ rule }))];
    }
    return [
      ...(forms.get(kind) ?? []).map((form) => ({ form })),
      ...LAYOUTS.map((layout) => ({ layout })),
      ...(WRITTEN.has(kind) ? tables.styles.map((style) => ({ style })) : []),
      ...rulesFor(kind, tables.sound).map((rule) => ({ rule })),
    ];
  };

  return { draw, build: (recipe) => buildPair(recipe, relation, policy), foci };
}

/** What stands at the top of answers of some kinds. */
const TOPS: Partial<Record<AnswerKind, Operator>> = {
  integer: "integer",
  rational: "divide",
  decimal: "decimal",
};

/** The rules that can be shown with answers of a kind. */
function rulesFor(kind: AnswerKind, rules: readonly Rule[]): readonly Rule[] {
  if (EXPRESSIVE.has(kind)) return rules;
  const top = TOPS[kind];
  return top === undefined ? [] : rules.filter((rule) => rule.ops()?.includes(top));
}
