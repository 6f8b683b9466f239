/** How the characters of a text stand in bytes. */
type TextEncoding = "latin1" | "utf8" | "utf16le";

const ENCODINGS: readonly TextEncoding[] = ["latin1", "utf8", "utf16le"];

/** The texts of a batch in memory that threads share: nothing is copied but what one of them reads. */
export interface SharedTexts {
  readonly bytes: SharedArrayBuffer;
  /** Three numbers for each text: where it starts, how many bytes it has, which encoding. */
  readonly index: Float64Array;
}

/** The text of a row. What is no valid UTF-8 reads as U+FFFD. */
export function readText({ bytes, index }: SharedTexts, row: number): string {
  const [start = 0, length = 0, encoding = 0] = index.subarray(3 * row, 3 * row + 3);
  return Buffer.from(bytes).toString(ENCODINGS[encoding], start, start + length);
}

/** Where texts stand that follow each other from `start` on, given their lengths in bytes. */
function indexTexts(
  lengths: readonly number[],
  encodingOf: (row: number) => TextEncoding,
  start = 0,
): Float64Array {
  const index = new Float64Array(3 * lengths.length);
  let at = start;
  lengths.forEach((length, row) => {
    index.set([at, length, ENCODINGS.indexOf(encodingOf(row))], 3 * row);
    at += length;
  });
  return index;
}

/** Writes texts to shared memory: one byte a character where all are ASCII, else two, which any text survives. */
export function shareTexts(texts: readonly string[]): SharedTexts {
  const isAscii = texts.map((text) => Buffer.byteLength(text) === text.length);
  const lengths = texts.map((text, row) => (isAscii[row] ? text.length : 2 * text.length));
  const encodingOf = (row: number): TextEncoding => (isAscii[row] ? "latin1" : "utf16le");
  const index = indexTexts(lengths, encodingOf);
  const bytes = new SharedArrayBuffer(lengths.reduce((sum, length) => sum + length, 0));
  const view = Buffer.from(bytes);
  texts.forEach((text, row) => view.write(text, index[3 * row] ?? 0, encodingOf(row)));
  return { bytes, index };
}
