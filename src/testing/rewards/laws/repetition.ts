import { createRandom } from "../../random.js";
import type { Case, Cell } from "../../verifier/case.js";
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
import type { RepetitionTraits, RepetitionUnitTrait, RewardTask } from "../traits.js";

const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";

/** Words that are all different, of four letters; of characters, one ideograph each. */
function wordAt(unit: RepetitionUnitTrait, index: number): string {
  if (unit === "characters") return String.fromCharCode(0x4e00 + index);
  const syllable = (at: number): string =>
    (CONSONANTS[at % CONSONANTS.length] ?? "") +
    (VOWELS[Math.floor(at / CONSONANTS.length) % VOWELS.length] ?? "");
  const base = CONSONANTS.length * VOWELS.length;
  return syllable(index) + syllable(Math.floor(index / base) + 7);
}

/** Words by their numbers, and what stands between them. */
interface Text {
  readonly words: readonly number[];
  readonly separator: string;
}

const upTo = (count: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

const loop = (words: readonly number[], times: number): readonly number[] =>
  Array.from({ length: times }, () => words).flat();

/** By unit: what hides no repetition. */
const SEPARATORS: Readonly<Record<RepetitionUnitTrait, readonly string[]>> = {
  words: [" ", "\n", "\t", ", ", ",", ";", ". ", " - ", "\n\n", "/", "…", "\u00a0"],
  spaced: [" ", "\n", "\t", "  ", "\r\n", "\n\n"],
  tokens: [" ", "\n", "\t", "  "],
  characters: [""],
};

function* simplerTexts({ words, separator }: Text): Generator<Text> {
  for (const width of [words.length >> 1, words.length >> 2, 4, 2, 1]) {
    if (width > 0 && width < words.length) yield { words: words.slice(0, -width), separator };
    if (width > 0 && width < words.length) yield { words: words.slice(width), separator };
  }
}

/** What the laws of repetition are tried with. */
interface Repetition {
  readonly unit: RepetitionUnitTrait;
  readonly ngramSize: number;
  readonly task: RewardTask;
  /** What stands between words. */
  readonly plain: string;
  readonly item: (text: Text) => Case["items"][number];
  /** The text earns less than one of as many different words. */
  readonly punished: (text: Text) => Omit<Case, "simpler">;
  /** The text earns the most. */
  readonly unrepeated: (text: Text) => Omit<Case, "simpler">;
  readonly drawWords: (seed: number) => readonly number[];
}

function repetitionOf(
  { range: [, max], tasks }: RewardContext,
  { unit = "words", ngramSize = 3 }: RepetitionTraits,
): Repetition {
  const [task = { right: [], wrong: [] }] = tasks;
  const [plain = " "] = SEPARATORS[unit];
  const item = ({ words, separator }: Text): Case["items"][number] =>
    itemOf(words.map((index) => wordAt(unit, index)).join(separator), task);
  const distinct = ({ words }: Text): Text => ({ words: upTo(words.length), separator: plain });
  const word = item({ words: [0], separator: plain });
  const earnsMost = max === null ? sameAsSecond : earns(max, "falseNegative");
  return {
    unit,
    ngramSize,
    task,
    plain,
    item,
    punished: (text) => compare([item(text), item(distinct(text))], lessThanSecond),
    unrepeated: (text) => compare([item(text), word], earnsMost),
    drawWords: (seed) => {
      const random = createRandom(seed);
      return upTo(random.between(ngramSize, ngramSize + 9), random.below(900));
    },
  };
}

/** What is asked of rewards against repetition. */
export function repetitionCells(context: RewardContext, traits: RepetitionTraits): readonly Cell[] {
  const repetition = repetitionOf(context, traits);
  return [
    ...differentCells(repetition),
    ...copyCells(repetition),
    ...separatorCells(repetition),
    ...(repetition.unit === "words" ? [...scriptCells(repetition), ...disguiseCells(repetition)] : []),
    ...boundaryCells(repetition),
    ...placeCells(repetition),
  ];
}

/** P1: words of which none is like another. */
const differentCells = ({ plain, unrepeated }: Repetition): readonly Cell[] => [
  cell("P1", "different words", "text", (seed) =>
    caseOf({ words: upTo(createRandom(seed).between(0, 400)), separator: plain }, unrepeated, simplerTexts),
  ),
  cell("P1", "many different words", "trap", () =>
    caseOf({ words: upTo(3000), separator: plain }, unrepeated, simplerTexts),
  ),
];

const TIMES: readonly (readonly [fewer: number, more: number])[] = [
  [1, 2],
  [2, 3],
  [3, 4],
  [5, 9],
  [10, 100],
];

/** P2: so many copies, and more. */
const copyCells = ({ plain, item, drawWords }: Repetition): readonly Cell[] =>
  TIMES.map(([fewer, more]) =>
    cell("P2", `${fewer} times, and ${more} times`, "text", (seed) =>
      caseOf(
        drawWords(seed),
        (words) =>
          compare(
            [more, fewer].map((times) => item({ words: loop(words, times), separator: plain })),
            atMostSecond,
          ),
        function* (words) {
          if (words.length > 1) yield words.slice(1);
        },
      ),
    ),
  );

/** P3: the same words again and again. */
const separatorCells = ({ unit, punished, drawWords }: Repetition): readonly Cell[] =>
  SEPARATORS[unit].map((separator) =>
    cell("P3", `with ${JSON.stringify(separator)} between`, "text", (seed) =>
      caseOf(
        { words: loop(drawWords(seed), createRandom(seed).between(3, 30)), separator },
        punished,
        simplerTexts,
      ),
    ),
  );

const SCRIPTS: readonly (readonly [title: string, sentence: string])[] = [
  ["Chinese", "我们再看一遍"],
  ["Cyrillic", "снова и опять "],
];

/** P3: a sentence in another script again and again. */
const scriptCells = ({ task, ngramSize }: Repetition): readonly Cell[] =>
  SCRIPTS.map(([title, sentence]) =>
    cell("P3", `in ${title}`, "text", (seed) =>
      caseOf(
        createRandom(seed).between(ngramSize + 1, 40),
        (times) =>
          compare(
            [sentence.repeat(times), sentence].map((text) => itemOf(text, task)),
            lessThanSecond,
          ),
        (times) => (times > ngramSize + 1 ? [times - 1] : []),
      ),
    ),
  );

const DISGUISES: readonly (readonly [title: string, dress: (word: string, at: number) => string])[] = [
  ["capitals", (word, at) => (at % 2 === 0 ? word : word.toUpperCase())],
  ["punctuation", (word, at) => word + (["", ",", "!", "…", "?"][at % 5] ?? "")],
  ["brackets", (word, at) => (at % 3 === 0 ? `(${word})` : word)],
  ["emphasis", (word, at) => (at % 4 === 0 ? `**${word}**` : word)],
];

/** P4: the same words in other clothes. */
const disguiseCells = ({ task, ngramSize }: Repetition): readonly Cell[] =>
  DISGUISES.map(([title, dress]) => {
    const texts = (numbers: readonly number[]): readonly string[] => {
      const words = numbers.map((index) => wordAt("words", index));
      return [words.map(dress).join(" "), words.join(" ")];
    };
    return cell("P4", title, "text", (seed) =>
      caseOf(
        loop(upTo(ngramSize, createRandom(seed).below(900)), 20),
        (numbers) =>
          compare(
            texts(numbers).map((text) => itemOf(text, task)),
            sameAsSecond,
          ),
        function* (numbers) {
          if (numbers.length > 2 * ngramSize) yield numbers.slice(0, -ngramSize);
        },
      ),
    );
  });

/** P5: what is no n-gram of the size yet, and what is one. */
function boundaryCells({ ngramSize: size, plain, punished, unrepeated }: Repetition): readonly Cell[] {
  const boundary = (title: string, words: readonly number[], make: Repetition["punished"]): Cell =>
    cell("P5", title, "trap", () => caseOf({ words, separator: plain }, make, () => []));
  return [
    boundary("fewer words than an n-gram has", loop([1], size - 1), unrepeated),
    ...(size === 1
      ? []
      : [
          boundary("a shorter sequence twice", [...upTo(size - 1), 500, ...upTo(size - 1)], unrepeated),
          boundary("its words in another order", [...upTo(size), ...upTo(size).toReversed()], unrepeated),
        ]),
    boundary("one n-gram twice", [...upTo(size), 500, 501, ...upTo(size)], punished),
    boundary("one n-gram, one word later again", loop([1], size + 1), punished),
  ];
}

type Place = (repeated: readonly number[]) => readonly number[];

const PLACES: readonly (readonly [title: string, place: Place])[] = [
  ["at the start", (repeated) => [...repeated, ...upTo(300, 1000)]],
  ["in the middle", (repeated) => [...upTo(300, 1000), ...repeated, ...upTo(300, 1400)]],
  ["at the end", (repeated) => [...upTo(300, 1000), ...repeated]],
  ["far apart", (repeated) => [...repeated.slice(0, 9), ...upTo(600, 1000), ...repeated.slice(0, 9)]],
];

/** P6: in the midst of words that are all different. */
const placeCells = ({ plain, punished, drawWords }: Repetition): readonly Cell[] =>
  PLACES.map(([title, place]) =>
    cell("P6", title, "text", (seed) =>
      caseOf({ words: place(loop(drawWords(seed), 8)), separator: plain }, punished, simplerTexts),
    ),
  );
