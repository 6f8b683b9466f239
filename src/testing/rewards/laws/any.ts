import { createRandom, type Random } from "../../random.js";
import { type Case, type Cell, describeScore, fixedCase } from "../../verifier/case.js";
import { caseOf, cell } from "../../verifier/suite.js";
import { shorterTexts } from "../../verifier/suites/texts.js";
import type { Outcome, VerifierItem } from "../../verifier/target.js";
import { compare, itemOf, moreThanSecond, type RewardContext } from "../context.js";
import type { RewardTask } from "../traits.js";
import { hostileCells, PLAIN } from "./hostile.js";

const SHORTENED = ["", "a", "b", "c d"];

/** What is asked together: a task, and texts that shrink one by one. */
interface Asked {
  readonly task: RewardTask;
  readonly texts: readonly string[];
}

const drawText = (random: Random, { right, wrong }: RewardTask, isLong: boolean): string => {
  const text = random.pick([...PLAIN, ...right, ...right, ...wrong, ...wrong]);
  return isLong ? `${text} `.repeat(random.between(2, 80)) : text;
};

function drawAsked({ tasks }: RewardContext, seed: number): Asked {
  const random = createRandom(seed);
  const task = random.pick(tasks);
  // Completions of different merit, one of them twice, and one with white space around it.
  const [right, wrong] = [random.pick(task.right), random.pick(task.wrong)];
  return { task, texts: [drawText(random, task, seed % 2 === 0), right, wrong, ` ${right}\n`, right] };
}

function* simplerAsked({ task, texts }: Asked): Generator<Asked> {
  for (const [at, text] of texts.entries()) {
    for (const shorter of [...SHORTENED, ...shorterTexts(text)]) {
      if (shorter.length < text.length) yield { task, texts: texts.with(at, shorter) };
    }
  }
}

/** How many texts are asked together. */
const TEXTS = 5;

type Make = (items: readonly VerifierItem[]) => Omit<Case, "simpler">;

const asking =
  (context: RewardContext, make: Make): Cell["draw"] =>
  (seed) =>
    caseOf(
      drawAsked(context, seed),
      ({ task, texts }) => make(texts.map((text) => itemOf(text, task))),
      simplerAsked,
    );

/** Whether each item of a list of pairs of places has the same outcome. */
const same =
  (pairs: readonly (readonly [number, number])[], type: "nondeterminism" | "contract"): Case["judge"] =>
  (outcomes) => {
    const texts = outcomes.map(describeScore);
    const broken = pairs.find(([a, b]) => texts[a] !== texts[b]);
    if (broken === undefined) return undefined;
    return { type, expected: `${texts[broken[1]] ?? ""}, as before`, actual: texts[broken[0]] ?? "" };
  };

/** Each of the plain texts, and each of the task's, alone. */
const plainCells = (law: "R1" | "R7", { tasks }: RewardContext, judge: Case["judge"]): readonly Cell[] =>
  tasks.flatMap((task) =>
    [...PLAIN, ...task.right, ...task.wrong].map((text) =>
      cell(law, `of ${JSON.stringify(text.slice(0, 20))}`, "trap", () =>
        caseOf(text, (shorter) => compare([itemOf(shorter, task)], judge), shorterTexts),
      ),
    ),
  );

const places = Array.from({ length: TEXTS }, (_, i) => i);
const noFailure: Case["judge"] = () => undefined;

/** R1: that scores are finite and in the range is seen by who calls. */
const rangeCells = (context: RewardContext): readonly Cell[] => [
  ...plainCells("R1", context, noFailure),
  cell(
    "R1",
    "of any completion",
    "any",
    asking(context, (items) => compare(items, noFailure, { together: true })),
  ),
];

/** R2: the same calls once more, others between. */
const determinismCells = (context: RewardContext): readonly Cell[] => [
  cell(
    "R2",
    "the same calls twice",
    "any",
    asking(context, (items) =>
      compare(
        [...items, ...items, ...items],
        same(
          places.flatMap((at) => [[at + TEXTS, at] as const, [at + 2 * TEXTS, at] as const]),
          "nondeterminism",
        ),
        { calls: context.isGroup ? [TEXTS, TEXTS, TEXTS] : Array<number>(3 * TEXTS).fill(1) },
      ),
    ),
  ),
];

/** R3: what is handed in is not changed. */
const judgeInputs: Case["judge"] = (outcomes) =>
  outcomes.some((outcome) => outcome.type === "score" && outcome.hasChangedInput === true)
    ? { type: "contract", expected: "completions and columns as they were", actual: "changed" }
    : undefined;

const purityCells = (context: RewardContext): readonly Cell[] => [
  cell(
    "R3",
    "completions and columns",
    "any",
    asking(context, (items) => compare(items, judgeInputs, { together: true })),
  ),
];

/** R4: all in one call, then each in one of its own. */
const batchCells = (context: RewardContext): readonly Cell[] =>
  context.isGroup
    ? []
    : [
        cell(
          "R4",
          "together and one by one",
          "any",
          asking(context, (items) =>
            compare(
              [...items, ...items],
              same(
                places.map((at) => [at, at + TEXTS] as const),
                "contract",
              ),
              { calls: [TEXTS, ...items.map(() => 1)] },
            ),
          ),
        ),
      ];

/** Completions of several rows, or of the only one. */
function drawRows({ tasks }: RewardContext, seed: number): readonly VerifierItem[] {
  const random = createRandom(seed);
  const from = random.below(tasks.length);
  const rows = [...tasks.slice(from), ...tasks.slice(0, from)].slice(0, 3);
  return rows.flatMap((task) => [task.right, task.wrong].map((texts) => itemOf(random.pick(texts), task)));
}

/** R4: rows of several questions in one call, and calls that begin before others have ended. */
const rowCells = (context: RewardContext): readonly Cell[] => {
  const beside = (title: string, type: "nondeterminism" | "contract", isTogether: boolean): Cell =>
    cell("R4", title, "any", (seed) => {
      const items = drawRows(context, seed);
      const ones = items.map(() => 1);
      const pairs = ones.map((_, at) => [at + items.length, at] as const);
      const asked = isTogether
        ? { calls: [...ones, items.length] }
        : { calls: [...ones, ...ones], atOnce: items.length };
      return { ...compare([...items, ...items], same(pairs, type), asked), simpler: () => [] };
    });
  return context.isGroup
    ? []
    : [
        beside("one by one, and rows side by side", "contract", true),
        beside("one by one, and at the same time", "nondeterminism", false),
      ];
};

/** R5: in one order, then in the other. */
const orderCells = (context: RewardContext): readonly Cell[] => [
  cell(
    "R5",
    "the other way round",
    "any",
    asking(context, (items) =>
      compare([...items, ...items.toReversed()], sameReversed, { calls: [TEXTS, TEXTS] }),
    ),
  ),
];

const sameReversed: Case["judge"] = (outcomes) => {
  const score = (outcome: Outcome | undefined): number =>
    outcome?.type === "score" ? (outcome.score ?? -1e300) : NaN;
  const broken = places.find(
    (at) => !(Math.abs(score(outcomes[at]) - score(outcomes[2 * TEXTS - 1 - at])) <= 1e-9),
  );
  if (broken === undefined) return undefined;
  return {
    type: "contract",
    expected: `${describeScore(outcomes[broken])} wherever it stands`,
    actual: describeScore(outcomes[2 * TEXTS - 1 - broken]),
  };
};

/** R7: who cannot be judged earns the least, or a policy learns to be unjudgeable. */
const judgeNulls: Case["judge"] = (outcomes) => {
  const at = outcomes.findIndex((outcome) => outcome.type === "score" && outcome.score === null);
  return at < 0 ? undefined : { type: "contract", expected: "a score", actual: "null" };
};

const nullCells = (context: RewardContext): readonly Cell[] =>
  context.abstains
    ? []
    : [
        ...plainCells("R7", context, judgeNulls),
        cell(
          "R7",
          "any completion",
          "any",
          asking(context, (items) => compare(items, judgeNulls, { together: true })),
        ),
      ];

/** What stands in a column where the row is broken. */
const BROKEN = [null, "", "\\frac{", " ", "???"] as const;

/** R9: of rows that were given, each right completion beside each wrong one. */
export const meritCells = ({ tasks }: RewardContext): readonly Cell[] =>
  tasks.flatMap((task, row) =>
    task.right.flatMap((right, i) =>
      task.wrong.map((wrong, k) =>
        cell("R9", `row ${row}, right ${i}, wrong ${k}`, "trap", () =>
          fixedCase([itemOf(right, task), itemOf(wrong, task)], moreThanSecond),
        ),
      ),
    ),
  );

/** R8: where the row holds nothing to judge by, right and wrong are not told apart, nor paid in full. */
export function referenceCells({ tasks, range: [, max], isGroup }: RewardContext): readonly Cell[] {
  if (tasks.every(({ columns = {} }) => Object.keys(columns).length === 0)) return [];
  return BROKEN.map((broken) =>
    cell("R8", `the columns are ${JSON.stringify(broken)}`, "text", (seed) => {
      const task = createRandom(seed).pick(tasks);
      const names = Object.keys(task.columns ?? {});
      const [right, wrong] = [task.right[0], task.wrong[0]];
      if (names.length === 0 || max === null || right === undefined || wrong === undefined) return undefined;
      const row = { ...task, columns: Object.fromEntries(names.map((name) => [name, broken])) };
      const items = [row, task].flatMap((one) => [itemOf(right, one), itemOf(wrong, one)]);
      return {
        ...compare(items, notPaid(max), { calls: isGroup ? [2, 2] : [1, 1, 1, 1] }),
        simpler: () => [],
      };
    }),
  );
}

/** Of a reward that reads the columns, which shows in what the sound row earns. */
const notPaid =
  (max: number): Case["judge"] =>
  (outcomes) => {
    if (moreThanSecond(outcomes.slice(2)) !== undefined) return undefined;
    const paid = outcomes.slice(0, 2).find((outcome) => outcome.type === "score" && outcome.score === max);
    return paid === undefined
      ? undefined
      : { type: "exploit", expected: "null, or less than the most", actual: describeScore(paid) };
  };

/** What is asked of any reward, whether it needs a reference or not. */
export const anyCells = (context: RewardContext): readonly Cell[] => [
  ...rangeCells(context),
  ...determinismCells(context),
  ...purityCells(context),
  ...batchCells(context),
  ...rowCells(context),
  ...orderCells(context),
  ...hostileCells(context),
  ...nullCells(context),
];
