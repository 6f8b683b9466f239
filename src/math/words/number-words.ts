/** A number word's value and, for an ordinal, that it is one. */
interface Numeral {
  readonly value: number;
  readonly ordinal: boolean;
}

const BELOW_TWENTY =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const ORDINALS_BELOW_TWENTY =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const SCALES: readonly (readonly [string, number])[] = [
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
];

/** A number takes no more words than "nine hundred and ninety nine trillion, …" does. */
const MAX_WORDS = 32;

let numerals: ReadonlyMap<string, Numeral> | undefined;

function buildNumerals(): ReadonlyMap<string, Numeral> {
  const built = new Map<string, Numeral>();
  BELOW_TWENTY.split(" ").forEach((word, value) => built.set(word, { value, ordinal: false }));
  ORDINALS_BELOW_TWENTY.split(" ").forEach((word, value) => built.set(word, { value, ordinal: true }));
  TENS.split(" ").forEach((word, index) => {
    built.set(word, { value: 20 + 10 * index, ordinal: false });
    built.set(`${word.slice(0, -1)}ieth`, { value: 20 + 10 * index, ordinal: true });
  });
  for (const [word, value] of SCALES) {
    built.set(word, { value, ordinal: false });
    built.set(`${word}th`, { value, ordinal: true });
  }
  return built;
}

function numeralOf(word: string | undefined): Numeral | undefined {
  if (word === undefined) return undefined;
  numerals ??= buildNumerals();
  return numerals.get(word);
}

/** What has been read of a number: the finished thousands, the part below, and what may still follow. */
interface Reading {
  total: bigint;
  below: number;
  /** The next scale word above a hundred must be smaller than this. */
  scale: number;
  /** The next word below a hundred must be smaller than this: 100 at first, 10 after "twenty", 0 after "one". */
  room: number;
  /** Whether the last word was a scale, so that "and" may follow. */
  scaled: boolean;
}

/** Adds a word to a number; `false` if English does not join them, as in "two three". */
function append(reading: Reading, value: number): boolean {
  if (value < 100) {
    if (value >= reading.room || (value === 0 && (reading.below > 0 || reading.scaled))) return false;
    reading.below += value;
    reading.room = value >= 20 ? 10 : 0;
    reading.scaled = false;
    return true;
  }
  if (reading.below === 0 || (value === 100 ? reading.below >= 100 : value >= reading.scale)) return false;
  if (value === 100) reading.below *= 100;
  else {
    reading.total += BigInt(reading.below) * BigInt(value);
    reading.scale = value;
    reading.below = 0;
  }
  reading.room = 100;
  reading.scaled = true;
  return true;
}

/** A number at the start of some words: its value, whether it is an ordinal, and how many words it takes. */
interface NumberRun {
  readonly value: bigint;
  readonly ordinal: boolean;
  readonly length: number;
}

/** The longest number that lower-case words from `start` spell, such as "two", "hundred", "and", "five". */
export function numberRun(words: readonly string[], start: number): NumberRun | null {
  const first = numeralOf(words[start]);
  if (first === undefined) return null;
  const below = first.value >= 100 ? 1 : 0;
  const reading: Reading = { total: 0n, below, scale: Infinity, room: 100, scaled: false };
  let end = start;
  let ordinal = false;
  for (let i = start; i < words.length && i < start + MAX_WORDS && !ordinal; i++) {
    const joins = words[i] === "and" && reading.scaled;
    const numeral = numeralOf(words[joins ? ++i : i]);
    if (numeral === undefined || (joins && numeral.value >= 100)) break;
    if (!append(reading, numeral.value)) break;
    ordinal = numeral.ordinal;
    end = i + 1;
  }
  return { value: reading.total + BigInt(reading.below), ordinal, length: end - start };
}

/**
 * The whole number that English words denote: "twenty-one", "One hundred and five", "a million".
 *
 * @returns `null` if the text is anything else: digits, an ordinal, more than the number
 */
export function parseNumberWord(text: string): bigint | null {
  if (text.length > 400) return null;
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^an? (?=hundred|thousand|million|billion|trillion)/, "")
    .replace(/\.$/, "")
    .split(/, |[ -]/);
  const run = numberRun(words, 0);
  return run !== null && !run.ordinal && run.length === words.length ? run.value : null;
}
