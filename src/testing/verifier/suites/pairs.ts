import { type AnswerKind, kindOf } from "../../answers/index.js";
import type { Focus } from "../../pairs/draw.js";
import { createPairSource, type DrawnPair, type PairSource } from "../../pairs/pair-source.js";
import type { Relation } from "../../pairs/recipe.js";
import { simplerRecipes } from "../../pairs/shrink.js";
import { styleOf } from "../../pairs/surface.js";
import { createRandom } from "../../random.js";
import { type Case, type Cell, mustAgree, type LawId, mustAccept, mustReject } from "../case.js";
import { caseOf, type SuiteContext } from "../suite.js";
import type { VerifierItem } from "../target.js";

/** Draws that may fail to be confirmed before a cell is given up for the time being. */
const TRIES = 20;

/** How a pair becomes completions and what must come of them. */
interface PairLaw {
  readonly law: LawId;
  readonly relation: Relation;
  readonly items: (drawn: DrawnPair) => readonly VerifierItem[];
  readonly judge: Case["judge"];
}

function pairCase(source: PairSource, law: PairLaw, drawn: DrawnPair): Case {
  return caseOf<DrawnPair>(
    drawn,
    (one) => ({ items: law.items(one), shown: 0, trace: one.pair.trace, judge: law.judge }),
    function* simpler({ recipe }) {
      for (const simplerRecipe of simplerRecipes(recipe)) {
        const pair = source.build(simplerRecipe);
        if (pair !== undefined) yield { recipe: simplerRecipe, pair };
      }
    },
  );
}

const entryOf = ({ rule, mutation, form, style, layout }: Focus): { id: string; title: string } => {
  const { id, title = "" } = rule ?? mutation ?? form ?? layout ?? { id: style?.id ?? "" };
  return { id, title: style === undefined ? title : Object.values(style.style).join(" ") };
};

function pairCell(source: PairSource, law: PairLaw, kind: AnswerKind, focus: Focus | undefined): Cell {
  const { id, title } = focus === undefined ? { id: law.law, title: "at random" } : entryOf(focus);
  return {
    law: focus?.style?.style.unicode === true ? "L22" : law.law,
    id,
    title,
    kind,
    draw: (seed) => {
      const random = createRandom(seed);
      for (let i = 0; i < TRIES; i++) {
        const drawn = source.draw(random, kind, focus);
        if (drawn !== undefined) return pairCase(source, law, drawn);
      }
      return undefined;
    },
  };
}

const sameBothWays = (
  first: string,
  second: string,
): { readonly expected: string; readonly actual: string } => ({
  expected: "the same both ways",
  actual: `${first} and ${second}`,
});

/** L1 to L5: equal answers are accepted, others are not, whichever of the two is the reference. */
export function pairCells({ policy, kinds, state, item }: SuiteContext): readonly Cell[] {
  const { threshold } = policy;
  const forward = ({ pair }: DrawnPair): readonly VerifierItem[] => [
    item(state(pair.candidateLatex), pair.goldLatex),
  ];
  const bothWays = ({ pair }: DrawnPair): readonly VerifierItem[] => [
    item(state(pair.candidateLatex), pair.goldLatex),
    item(state(pair.goldLatex), pair.candidateLatex),
  ];
  const equal: PairLaw = { law: "L3", relation: "equivalent", items: forward, judge: mustAccept(threshold) };
  const other: PairLaw = { law: "L5", relation: "different", items: forward, judge: mustReject(threshold) };
  const symmetric = { law: "L2", items: bothWays, judge: mustAgree(threshold, sameBothWays) } as const;
  const laws: readonly PairLaw[] = [
    equal,
    other,
    ...(policy.symmetric
      ? [
          { ...symmetric, relation: "equivalent" as const },
          { ...symmetric, relation: "different" as const },
        ]
      : []),
  ];
  return laws.flatMap((law) => {
    const source = createPairSource({ relation: law.relation, kinds, policy });
    return kinds.flatMap((kind) => [
      pairCell(source, law, kind, undefined),
      ...(law.law === "L2" ? [] : source.foci(kind).map((focus) => pairCell(source, law, kind, focus))),
    ]);
  });
}

/** L1 and L19: a reference is equal to itself, bare, in dollars and in a box. */
export function reflexiveCells({ policy, kinds, state, item }: SuiteContext): readonly Cell[] {
  const wrappings = [
    ["L1", "bare", (latex: string) => latex],
    ["L19", "in dollars", (latex: string) => `$${latex}$`],
    ["L19", "in a box", (latex: string) => `\\boxed{${latex}}`],
  ] as const;
  const source = createPairSource({ relation: "equivalent", kinds, policy });
  // A verifier that wants its references in some form need not read others.
  const asked = policy.reference === "bare" ? wrappings : wrappings.slice(0, 1);
  return asked.flatMap(([law, title, wrap]) =>
    kinds
      .map((kind) =>
        pairCell(
          source,
          {
            law,
            relation: "equivalent",
            items: ({ pair, recipe }) => {
              const latex = kindOf(kind).print(pair.gold, styleOf(recipe.goldStyle));
              return [item(state(latex), wrap(latex))];
            },
            judge: mustAccept(policy.threshold),
          },
          kind,
          undefined,
        ),
      )
      .map((cell) => ({ ...cell, id: law, title })),
  );
}
