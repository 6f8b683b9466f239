import { createRandom, type Random } from "../../random.js";
import { type Case, type Cell, fixedCase } from "../../verifier/case.js";
import { caseOf, cell } from "../../verifier/suite.js";
import {
  atMostSecond,
  compare,
  earns,
  itemOf,
  lessThanSecond,
  type RewardContext,
  sameAsSecond,
} from "../context.js";
import type { LengthTraits, LengthTrend, RewardTask, RewardUnit } from "../traits.js";

const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const MEASURES: Readonly<Record<RewardUnit, (text: string) => number>> = {
  characters: (text) => Array.from(text).length,
  utf16: (text) => text.length,
  bytes: (text) => new TextEncoder().encode(text).length,
  words,
  tokens: words,
};

/** What texts are filled with: their lengths differ from unit to unit. */
const CHARACTERS = ["a", "z", "7", "😀", "中", "e\u0301", "a b", "x\n", " "];
const WORDS = ["a ", "longer ", "中文字 ", "😀 ", "\n\nw ", "7\t"];

/** Texts of a length: filled, then the words that a task's answer takes. */
interface Sized {
  readonly filler: string;
  readonly length: number;
}

interface Length {
  readonly unit: RewardUnit;
  readonly fillers: readonly string[];
  readonly maxLength: number;
}

/** A completion that ends as `ending` does, in the given length or the least above it that can be had. */
function write({ unit }: Length, { filler, length }: Sized, ending: string): string {
  const measure = MEASURES[unit];
  const isCounted = unit !== "words" && unit !== "tokens";
  const left = Math.max(0, length - measure(` ${ending}`));
  const count = Math.floor(left / measure(filler));
  return filler.repeat(count) + (isCounted ? "a".repeat(left - count * measure(filler)) : "") + ` ${ending}`;
}

type Side = "right" | "wrong";
const SIDES: readonly Side[] = ["right", "wrong"];

/** Shares of the greatest length. */
const SHARES = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99, 1, 1.01, 1.5, 2, 3, 4];

interface Pair {
  readonly task: RewardTask;
  readonly side: Side;
  readonly first: Sized;
  readonly second: Sized;
}

const sized = ({ fillers, maxLength }: Length, random: Random): Sized => ({
  filler: random.pick(fillers),
  length: Math.round(maxLength * random.pick(SHARES)),
});

const endingOf = ({ task, side }: Pick<Pair, "task" | "side">): string => task[side][0] ?? "";

const items = (length: Length, { task, side, first, second }: Pair): Case["items"] =>
  [first, second].map((one) => itemOf(write(length, one, endingOf({ task, side })), task));

const simplerPairs = ({ fillers }: Length) =>
  function* (pair: Pair): Generator<Pair> {
    const [filler = "a"] = fillers;
    const { first, second } = pair;
    if (first.filler !== filler) yield { ...pair, first: { ...first, filler } };
    if (second.filler !== filler) yield { ...pair, second: { ...second, filler } };
    for (const divisor of [16, 4, 2]) {
      const shorter = [first, second].map((one) => ({ ...one, length: Math.floor(one.length / divisor) }));
      yield { ...pair, first: shorter[0] as Sized, second: shorter[1] as Sized };
    }
  };

/** What the scores of a shorter completion, and of a longer one, are to be to each other. */
const TRENDS: Readonly<Record<Exclude<LengthTrend, "free">, { any: Case["judge"]; ends: Case["judge"] }>> = {
  rising: { any: atMostSecond, ends: lessThanSecond },
  falling: {
    any: (outcomes) => atMostSecond(outcomes.toReversed()),
    ends: (outcomes) => lessThanSecond(outcomes.toReversed()),
  },
};

/** What is asked of rewards for length. */
export function lengthCells(context: RewardContext, traits: LengthTraits): readonly Cell[] {
  const { unit = "characters", maxLength = 1000 } = traits;
  const length = { unit, maxLength, fillers: unit === "words" || unit === "tokens" ? WORDS : CHARACTERS };
  return SIDES.flatMap((side) => [
    ...trendCells(context, length, side, traits.trend?.[side] ?? "falling"),
    ...contentCells(context, length, side),
    ...(context.isGroup
      ? []
      : [...pointCells(context, length, side, traits), clampedCell(context, length, side)]),
  ]).concat(meritCell(context, length));
}

/** N1, N6: which way it goes, and that it goes. */
function trendCells(
  { tasks }: RewardContext,
  length: Length,
  side: Side,
  trend: LengthTrend,
): readonly Cell[] {
  if (trend === "free") return [];
  const { any, ends } = TRENDS[trend];
  const make =
    (judge: Case["judge"]) =>
    (pair: Pair): Omit<Case, "simpler"> =>
      compare(items(length, pair), judge, { together: true });
  const draw = (seed: number): Pair => {
    const random = createRandom(seed);
    const [a, b] = [sized(length, random), sized(length, random)];
    const [first, second] = a.length < b.length ? [a, b] : [b, a];
    return { task: random.pick(tasks), side, first, second };
  };
  const ofEnds = (seed: number): Pair => {
    const { task, first, second } = draw(seed);
    const [least, most] = [0.1, 4].map((share) => Math.round(share * length.maxLength)) as [number, number];
    return { task, side, first: { ...first, length: least }, second: { ...second, length: most } };
  };
  return [
    ...SHARES.map((_, i) =>
      cell("N1", `${side}, ${trend}, pair ${i}`, "text", (seed) =>
        caseOf(draw(seed), make(any), simplerPairs(length)),
      ),
    ),
    cell("N6", `${side}, short and long`, "text", (seed) => ({
      ...make(ends)(ofEnds(seed)),
      simpler: () => [],
    })),
  ];
}

/** A share of the greatest length at which another unit still counts no more than that. */
const SMALL_SHARE = 0.05;

/** N2: texts of one length. */
const contentCells = ({ tasks }: RewardContext, length: Length, side: Side): readonly Cell[] =>
  length.fillers.map((filler) =>
    cell("N2", `${side}, of ${JSON.stringify(filler)}`, "text", (seed) => {
      const random = createRandom(seed);
      const drawn = sized(length, random);
      const small = Math.round(length.maxLength * SMALL_SHARE);
      const first = { filler, length: seed % 2 === 0 ? small : drawn.length };
      const pair = {
        task: random.pick(tasks),
        side,
        first,
        second: { ...first, filler: length.fillers[0] ?? "a" },
      };
      return caseOf(
        pair,
        (one) => compare(items(length, one), sameAsSecond, { together: true }),
        function* (one) {
          for (const divisor of [16, 4, 2]) {
            const shorter = Math.floor(one.first.length / divisor);
            yield {
              ...one,
              first: { ...one.first, length: shorter },
              second: { ...one.second, length: shorter },
            };
          }
        },
      );
    }),
  );

/** N4: what was declared. */
const pointCells = (
  { tasks }: RewardContext,
  length: Length,
  side: Side,
  { points = {} }: LengthTraits,
): readonly Cell[] =>
  (points[side] ?? []).map(([at, score]) =>
    cell("N4", `${side}, ${at} earns ${score}`, "text", (seed) => {
      const random = createRandom(seed);
      const task = random.pick(tasks);
      const text = write(
        length,
        { filler: random.pick(length.fillers), length: at },
        endingOf({ task, side }),
      );
      const isReached = MEASURES[length.unit](text) === at;
      return isReached ? fixedCase([itemOf(text, task)], earns(score)) : undefined;
    }),
  );

/** N5: twice the greatest length, and four times. */
const clampedCell = ({ tasks }: RewardContext, length: Length, side: Side): Cell =>
  cell("N5", `${side}, beyond the greatest length`, "text", (seed) => {
    const random = createRandom(seed);
    const first = { ...sized(length, random), length: length.maxLength * random.pick([2, 3, 4]) };
    const pair = { task: random.pick(tasks), side, first, second: { ...first, length: length.maxLength } };
    return fixedCase(items(length, pair), sameAsSecond);
  });

/** N3: merit comes before length. */
const meritCell = ({ tasks }: RewardContext, length: Length): Cell =>
  cell("N3", "wrong and right", "text", (seed) => {
    const random = createRandom(seed);
    const task = random.pick(tasks);
    return caseOf(
      sized(length, random),
      (one) =>
        compare(
          (["wrong", "right"] as const).map((side) =>
            itemOf(write(length, one, endingOf({ task, side })), task),
          ),
          atMostSecond,
          { together: true },
        ),
      function* (one) {
        for (const divisor of [16, 4, 2]) yield { ...one, length: Math.floor(one.length / divisor) };
      },
    );
  });
