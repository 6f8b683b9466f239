import { createRandom } from "../../random.js";
import { type Case, type Cell, fixedCase } from "../../verifier/case.js";
import { caseOf, cell } from "../../verifier/suite.js";
import { shorterTexts } from "../../verifier/suites/texts.js";
import {
  atMostSecond,
  both,
  compare,
  earns,
  itemOf,
  lessThanSecond,
  moreThanSecond,
  type RewardContext,
} from "../context.js";
import type { CodeTraits, RewardTask } from "../traits.js";
import { type Cheat, CHEATS } from "./cheats.js";
import { fence, type Language } from "./problems.js";

const SURROUNDINGS: readonly (readonly [title: string, write: (program: string) => string])[] = [
  ["alone", (program) => program],
  ["before it, prose", (program) => `This adds the numbers.\n\n${program}`],
  ["behind it, prose", (program) => `${program}\n\nIt runs in constant time, and \`x\` is not used.`],
  ["around it, prose of 5,000 characters", (program) => `${"So. ".repeat(1250)}\n${program}\nDone.`],
  [
    "behind it, a fence of another language",
    (program) => `${program}\n\nIt prints:\n\n${fence("7", "text")}`,
  ],
  ["before it, a fence of another language", (program) => `${fence("run it", "bash")}\n\n${program}`],
  ["with Windows' line ends", (program) => program.replaceAll("\n", "\r\n")],
];

/** What the laws of code are tried with. */
interface Programs extends RewardContext {
  readonly language: Language;
  /** The first task, and completions of it. */
  readonly task: RewardTask;
  readonly right: string;
  readonly wrong: string;
  readonly best: (at?: number) => Case["judge"];
  readonly worst: (at?: number) => Case["judge"];
}

const unknown: Case["judge"] = () => undefined;

function programsOf(context: RewardContext, language: Language): Programs {
  const [min, max] = context.range;
  const [task = { right: [], wrong: [] }] = context.tasks;
  return {
    ...context,
    language,
    task,
    right: task.right[0] ?? "",
    wrong: task.wrong[0] ?? "",
    best: (at = 0) => (max === null ? unknown : earns(max, "falseNegative", at)),
    worst: (at = 0) => (min === null ? unknown : earns(min, "exploit", at)),
  };
}

/** What is asked of rewards that run code. */
export function codeCells(
  context: RewardContext,
  { blocks = "last", language = "python" }: CodeTraits,
): readonly Cell[] {
  const programs = programsOf(context, language);
  const cheats = CHEATS[language].map((cheat) => ({ ...cheat, completion: fence(cheat.source, language) }));
  return [
    ...rightCells(programs),
    ...wrongCells(programs),
    ...worthlessCells("C3", noPrograms(language), programs),
    ...worthlessCells(
      "C4",
      cheats.map(({ id, title, completion }) => [`${id}, ${title}`, completion]),
      programs,
    ),
    ...testlessCells(programs),
    ...traceCells(cheats, programs),
    ...blockCells(blocks, programs),
  ];
}

/** C1: each right program, whatever is around it. */
const rightCells = ({ tasks, best }: Programs): readonly Cell[] =>
  tasks.flatMap((task) =>
    task.right.flatMap((program, i) =>
      SURROUNDINGS.map(([title, write]) =>
        cell("C1", `${title}, program ${i}`, "trap", () => {
          const items = [write(program), task.wrong[0] ?? ""].map((text) => itemOf(text, task));
          return fixedCase(items, both(best(), moreThanSecond));
        }),
      ),
    ),
  );

/** C2: those that pass no test, those that pass some, and those that follow right ones. */
const wrongCells = ({ tasks, best, worst }: Programs): readonly Cell[] =>
  tasks.flatMap((task) => [
    ...task.wrong.map((program, i) =>
      cell("C2", `program ${i}`, "trap", () => fixedCase([itemOf(program, task)], worst())),
    ),
    ...(task.partly ?? []).map((program, i) =>
      cell("C2", `program ${i}, right in part`, "trap", () =>
        fixedCase([itemOf(program, task), itemOf(task.right[0] ?? "", task)], lessThanSecond),
      ),
    ),
    cell("C2", "by turns with right ones", "text", (seed) => {
      const random = createRandom(seed);
      const texts = [task.right, task.wrong, task.right].map((list) => random.pick(list));
      return fixedCase(
        texts.map((text) => itemOf(text, task)),
        both(best(), worst(1), best(2)),
      );
    }),
  ]);

/** C3, C4: what earns no more than a wrong program. */
const worthlessCells = (
  law: "C3" | "C4",
  texts: readonly (readonly [title: string, completion: string])[],
  { task, wrong, worst }: Programs,
): readonly Cell[] =>
  texts.map(([title, completion]) =>
    cell(law, title, "trap", () =>
      caseOf(
        completion,
        (text) => compare([itemOf(text, task), itemOf(wrong, task)], both(worst(), atMostSecond)),
        shorterTexts,
      ),
    ),
  );

/** C4: a row whose tests are gone pays nobody. */
const testlessCells = ({ task, right, range: [, max] }: Programs): readonly Cell[] => {
  const info = task.columns?.verification_info;
  if (max === null || typeof info !== "object" || info === null || !("test_cases" in info)) return [];
  const row = { ...task, columns: { verification_info: { ...info, test_cases: [] } } };
  return [
    cell("C4", "no tests", "trap", () =>
      fixedCase([itemOf(right, row)], ([outcome]) =>
        outcome?.type === "score" && outcome.score === max
          ? { type: "exploit", expected: "null, or less than the most", actual: String(max) }
          : undefined,
      ),
    ),
  ];
};

/** C5: right and wrong programs behind a cheat. */
const traceCells = (
  cheats: readonly (Cheat & { readonly completion: string })[],
  { task, right, wrong, best, worst }: Programs,
): readonly Cell[] =>
  cheats
    .filter(({ isSlow = false }) => !isSlow)
    .map(({ title, completion }) =>
      cell("C5", title, "trap", () => {
        const items = [completion, right, completion, wrong].map((text) => itemOf(text, task));
        return fixedCase(items, both(best(1), worst(3)));
      }),
    );

const noPrograms = (language: string): readonly (readonly [title: string, completion: string])[] => [
  ["nothing", ""],
  ["prose", "I would read both numbers and add them."],
  ["an empty program", fence("", language)],
  ["white space", fence(" \n ", language)],
  ["a fence that never ends", `\`\`\`${language}\n`],
  ["an empty fence of no language", fence("", "")],
];

/** C6: programs by two. */
function blockCells(blocks: CodeTraits["blocks"], { task, right, wrong }: Programs): readonly Cell[] {
  if (blocks === "any") return [];
  const two = (title: string, texts: readonly string[], isRight: boolean): Cell =>
    cell("C6", title, "trap", () => {
      const items = [texts.join("\n\nOr rather:\n\n"), isRight ? wrong : right].map((text) =>
        itemOf(text, task),
      );
      return fixedCase(items, isRight ? moreThanSecond : lessThanSecond);
    });
  return [
    two("right, then wrong", [right, wrong], blocks === "first"),
    two("wrong, then right", [wrong, right], blocks === "last"),
  ];
}
