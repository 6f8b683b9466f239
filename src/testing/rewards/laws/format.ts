import { createRandom } from "../../random.js";
import type { Case, Cell } from "../../verifier/case.js";
import { caseOf, cell } from "../../verifier/suite.js";
import {
  atMostSecond,
  both,
  compare,
  earns,
  itemOf,
  lessThanSecond,
  type RewardContext,
} from "../context.js";
import type { FormatTraits, RewardTask } from "../traits.js";

/** What stands in the two parts of a completion. */
interface Content {
  readonly thought: string;
  readonly answer: string;
}

const THOUGHTS = [
  "a",
  "We add 2 and 2.",
  "First line.\nSecond line.\n\nFourth.",
  "If a < b and b > c, then a/b < 1.",
  "我们把二和二相加。",
  "Is it 5? <b>No</b>, it is `4`.",
  "1. one\n2. two\n- three",
  "x".repeat(5000),
];
const ANSWERS = ["b", "4", "x < 3", "The result\nis 4.", "四", "$\\frac{1}{2}$", "\\{1, 2\\}"];

const SIMPLE: Content = { thought: "a", answer: "b" };

const drawContent = (seed: number): Content => {
  const random = createRandom(seed);
  return { thought: random.pick(THOUGHTS), answer: random.pick(ANSWERS) };
};

/** Plain contents half the time, so that what is odd in the others hides no fault. */
const drawDamaged = (seed: number): Content => (seed % 2 === 0 ? SIMPLE : drawContent(seed));

function* simplerContents({ thought, answer }: Content): Generator<Content> {
  if (thought.length > SIMPLE.thought.length) yield { thought: SIMPLE.thought, answer };
  if (answer.length > SIMPLE.answer.length) yield { thought, answer: SIMPLE.answer };
}

type Format = Required<FormatTraits>;

/** The template that rewards for a format are taken to ask for. */
export const writeBlocks = (thought: string, answer: string): string =>
  `<think>\n${thought}\n</think>\n<answer>\n${answer}\n</answer>`;

/** A row with completions in the format and out of it. */
export const formatTasks = ({ write = writeBlocks }: FormatTraits): readonly RewardTask[] => [
  {
    prompt: "What is 6 times 7?",
    right: [write("We multiply.", "42")],
    wrong: ["The answer is 42."],
  },
];

const formatOf = ({
  write = writeBlocks,
  tags = write("", "").match(/<\/?[\w.-]+>/g) ?? [],
  filled = ["thought", "answer"],
  around = "reject",
  repeatable = [],
  order = "fixed",
  prefilled = false,
}: FormatTraits): Format => ({ write, tags, filled, around, repeatable, order, prefilled });

/** What is done to a completion in the format: the result is none any more. */
type Damage = (written: string, content: Content) => string;

/** The damages of a law, by what they do. */
type Damages = readonly (readonly [title: string, damage: Damage])[];

/** The text with each tag replaced, the first occurrence of each in the order of the format. */
function withTags(
  text: string,
  tags: readonly string[],
  replace: (tag: string, at: number) => string,
): string {
  let done = "";
  let rest = text;
  for (const [i, tag] of tags.entries()) {
    const at = rest.indexOf(tag);
    if (at < 0) continue;
    done += rest.slice(0, at) + replace(tag, i);
    rest = rest.slice(at + tag.length);
  }
  return done + rest;
}

const eachTag = (tags: readonly string[], title: string, change: (tag: string) => string): Damages =>
  tags.map((changed, i) => [
    `${title} ${changed}`,
    (written) => withTags(written, tags, (tag, at) => (at === i ? change(tag) : tag)),
  ]);

const reordered = ({ tags, order }: Format): Damages =>
  tags.length < 2 || order === "free"
    ? []
    : [
        ["reversed", (written) => withTags(written, tags, (_, at) => tags[tags.length - 1 - at] ?? "")],
        [
          "rotated by half",
          (written) => withTags(written, tags, (_, at) => tags[(at + tags.length / 2) % tags.length] ?? ""),
        ],
        [
          "two swapped",
          (written) => withTags(written, tags, (tag, at) => (at > 1 ? tag : (tags[1 - at] ?? ""))),
        ],
      ];

const once = ({ tags, repeatable }: Format): readonly string[] =>
  tags.filter((tag) => !repeatable.includes(tag));

const repeated = (format: Format): Damages =>
  once(format).map((twice) => [
    `twice ${twice}`,
    (written) => withTags(written, format.tags, (tag) => (tag === twice ? `${tag}\n\n${tag}` : tag)),
  ]);

const nested = (format: Format): Damages =>
  once(format).length === 0
    ? []
    : [
        ["in the thought", (written, { answer }) => format.write(written, answer)],
        ["in the answer", (written, { thought }) => format.write(thought, written)],
      ];

function emptied({ write, filled }: Format): Damages {
  const blanks = ["", " ", "\n\n", "\u200b"];
  const parts = (part: "thought" | "answer"): Damages =>
    filled.includes(part)
      ? blanks.map((blank) => [
          `${part} of ${JSON.stringify(blank)}`,
          (_, { thought, answer }) => (part === "thought" ? write(blank, answer) : write(thought, blank)),
        ])
      : [];
  return [
    ...parts("thought"),
    ...parts("answer"),
    ...blanks.map((blank) => [`everything ${JSON.stringify(blank)}`, () => write(blank, blank)] as const),
  ];
}

const surrounded = ({ around }: Format): Damages =>
  around === "accept"
    ? []
    : [
        ["before", (written) => `Sure, here it is.\n${written}`],
        ["behind", (written) => `${written}\nAnd some more of it.`],
        ["behind, in the same line", (written) => `${written} and more`],
        ["in a code fence", (written) => `\`\`\`\n${written}\n\`\`\``],
        ["in a comment", (written) => `<!--\n${written}\n-->`],
        ["twice", (written) => `${written}\n${written}`],
      ];

const NEARLY: readonly (readonly [title: string, change: (tag: string) => string])[] = [
  ["in capitals", (tag) => tag.toUpperCase()],
  ["with a space in", (tag) => `${tag.slice(0, 1)} ${tag.slice(1)}`],
  ["without its end", (tag) => tag.slice(0, -1)],
  ["without its beginning", (tag) => tag.slice(1)],
  ["spelled otherwise", (tag) => `${tag.slice(0, -1)}s${tag.slice(-1)}`],
];

const almost = ({ tags }: Format): Damages =>
  NEARLY.flatMap(([title, change]) => eachTag(tags, title, change));

/** By law: what makes a completion earn less. */
const DAMAGES: readonly (readonly [
  law: "F2" | "F3" | "F4" | "F5" | "F6" | "F7" | "F8",
  of: (format: Format) => Damages,
])[] = [
  ["F2", ({ tags }) => [...eachTag(tags, "without", () => ""), ["without any", (_, { thought }) => thought]]],
  ["F3", repeated],
  ["F4", reordered],
  ["F5", nested],
  ["F6", emptied],
  ["F7", surrounded],
  ["F8", almost],
];

/** What is asked of rewards for a format. */
export function formatCells(
  { range: [min, max], tasks }: RewardContext,
  traits: FormatTraits,
): readonly Cell[] {
  const format = formatOf(traits);
  const [task = { right: [], wrong: [] }] = tasks;
  const written = ({ thought, answer }: Content): string => format.write(thought, answer);
  const item = (text: string, row: RewardTask = task): Case["items"][number] => itemOf(text, row);
  const inFormat = ({ thought, answer }: Content): Omit<Case, "simpler"> => {
    const items = [item(format.write(thought, answer)), item("No tags at all.")];
    const earnsMost = max === null ? [] : [earns(max, "falseNegative")];
    const earnsLeast = min === null ? [] : [earns(min, "exploit", 1)];
    return compare(items, both(...earnsMost, ...earnsLeast, notLess));
  };
  const damaged =
    (damage: Damage) =>
    (content: Content): Omit<Case, "simpler"> =>
      compare([item(damage(written(content), content)), item(written(content))], lessThanSecond);
  return [
    cell("F1", "contents of all kinds", "text", (seed) =>
      caseOf(drawContent(seed), inFormat, simplerContents),
    ),
    ...THOUGHTS.map((thought, i) =>
      cell("F1", `thought ${i}`, "trap", () => caseOf({ ...SIMPLE, thought }, inFormat, simplerContents)),
    ),
    ...DAMAGES.flatMap(([law, of]) =>
      of(format).map(([title, damage]) =>
        cell(law, title, "text", (seed) => caseOf(drawDamaged(seed), damaged(damage), simplerContents)),
      ),
    ),
    ...fewerTagCells(format, item),
    ...(format.prefilled ? [prefilledCell(format, task, max)] : []),
  ];
}

/** A completion out of the format earns less than one in it. */
const notLess: Case["judge"] = (outcomes) => lessThanSecond(outcomes.toReversed());

/** F9: tags are taken away one after the other. */
function fewerTagCells(
  { tags, write }: Format,
  item: (text: string) => Case["items"][number],
): readonly Cell[] {
  const without = (content: Content, count: number): string =>
    withTags(write(content.thought, content.answer), tags, (tag, at) => (at < count ? "" : tag));
  return tags
    .slice(1)
    .map((_, i) =>
      cell("F9", `without ${i + 2} tags, and ${i + 1}`, "text", (seed) =>
        caseOf(
          drawContent(seed),
          (content) => compare([item(without(content, i + 2)), item(without(content, i + 1))], atMostSecond),
          simplerContents,
        ),
      ),
    );
}

/** The first tag may stand in the prompt, and then alone. */
function prefilledCell({ write, tags: [first = ""] }: Format, task: RewardTask, max: number | null): Cell {
  const row = { ...task, prompt: `What is it?\n${first}` };
  return cell("F1", "the prompt has the first tag", "text", (seed) =>
    caseOf(
      drawContent(seed),
      ({ thought, answer }) => {
        const text = write(thought, answer).replace(first, "");
        const judges = max === null ? [] : [earns(max, "falseNegative")];
        return compare([itemOf(text, row), itemOf(text, task)], both(...judges, notLess));
      },
      simplerContents,
    ),
  );
}
