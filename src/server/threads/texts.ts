/** How the characters of a text stand in bytes. */
export type TextEncoding = "latin1" | "utf8" | "utf16le";

export const TEXT_ENCODINGS: readonly TextEncoding[] = ["latin1", "utf8", "utf16le"];

/** The texts of a batch in memory that threads share: nothing is copied but what one of them reads. */
export interface SharedTexts {
  readonly bytes: SharedArrayBuffer;
  /** Three numbers for each text: where it starts, how many bytes it has, which encoding. */
  readonly index: Float64Array;
}

export const textCount = ({ index }: SharedTexts): number => index.length / 3;

/** Reads a text by its number. What is no valid UTF-8 reads as U+FFFD. */
export function textReader({ bytes, index }: SharedTexts): (at: number) => string {
  const view = Buffer.from(bytes);
  return (at) => {
    const start = index[3 * at] ?? 0;
    return view.toString(TEXT_ENCODINGS[index[3 * at + 2] ?? 0], start, start + (index[3 * at + 1] ?? 0));
  };
}

/** Where texts stand that follow each other from `start` on, given their lengths in bytes. */
export function indexTexts(
  lengths: readonly number[],
  encodingOf: (at: number) => TextEncoding,
  start = 0,
): Float64Array {
  const index = new Float64Array(3 * lengths.length);
  let from = start;
  lengths.forEach((length, at) => {
    index[3 * at] = from;
    index[3 * at + 1] = length;
    index[3 * at + 2] = TEXT_ENCODINGS.indexOf(encodingOf(at));
    from += length;
  });
  return index;
}

/**
 * Writes texts to shared memory: one byte a character where all are ASCII, else two, which any text survives.
 *
 * @param allocate memory of at least so many bytes
 */
export function shareTexts(
  texts: readonly string[],
  allocate: (size: number) => SharedArrayBuffer = (size) => new SharedArrayBuffer(size),
): SharedTexts {
  const isAscii = texts.map((text) => Buffer.byteLength(text) === text.length);
  const lengths = texts.map((text, at) => (isAscii[at] ? text.length : 2 * text.length));
  const encodingOf = (at: number): TextEncoding => (isAscii[at] ? "latin1" : "utf16le");
  const index = indexTexts(lengths, encodingOf);
  const bytes = allocate(lengths.reduce((sum, length) => sum + length, 0));
  const view = Buffer.from(bytes);
  texts.forEach((text, at) => view.write(text, index[3 * at] ?? 0, encodingOf(at)));
  return { bytes, index };
}
