import type { Span } from "./span.js";

/** Units that may be read behind the last one. */
const MARGIN = 8;

/** UTF-16 units of texts, end to end: a loop reads them faster than it reads a text. */
export interface CodeUnits {
  /** The units, and at least eight more behind them. */
  values: Uint16Array;
  /** The same memory, to read two units at once. */
  view: DataView;
  length: number;
}

/** Room for no text yet. */
export function createCodeUnits(): CodeUnits {
  const values = new Uint16Array(MARGIN);
  return { values, view: new DataView(values.buffer), length: 0 };
}

function makeRoom(units: CodeUnits, length: number): void {
  if (length + MARGIN <= units.values.length) return;
  const values = new Uint16Array(Math.max(length + MARGIN, 2 * units.values.length));
  values.set(units.values.subarray(0, units.length));
  units.values = values;
  units.view = new DataView(values.buffer);
}

const encoder = new TextEncoder();
let bytes: Uint8Array = new Uint8Array(0);

/** The units of an ASCII text as bytes, which are valid until the next call; `null` for another text. */
function asciiBytes(text: string): Uint8Array | null {
  if (bytes.length < text.length) bytes = new Uint8Array(text.length);
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length && written === read ? bytes.subarray(0, read) : null;
}

/** Adds a text, and a unit of 0 that keeps it apart from the next; returns where it stands. */
export function appendText(units: CodeUnits, text: string): Span {
  const start = units.length;
  const end = start + text.length;
  makeRoom(units, end + 1);
  const { values } = units;
  const ascii = asciiBytes(text);
  if (ascii !== null) values.set(ascii, start);
  else for (let i = 0; i < text.length; i++) values[start + i] = text.charCodeAt(i);
  values[end] = 0;
  units.length = end + 1;
  return { start, end };
}
