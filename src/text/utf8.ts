import type { Span } from "./span.js";

/** Bytes that may be read behind the last one. */
const MARGIN = 16;
/** Spaces behind each text, so that four bytes at a time are read up to its end. */
const GAP = 4;

/** Texts in UTF-8, one behind the other: a loop reads bytes faster than it reads a text, and four of them at once. */
export interface Utf8Texts {
  /** The bytes, and at least sixteen more behind them. */
  bytes: Uint8Array;
  /** The same memory, to read several bytes at once. */
  view: DataView;
  length: number;
}

/** Room for no text yet. */
export function createTexts(): Utf8Texts {
  const bytes = new Uint8Array(MARGIN);
  return { bytes, view: new DataView(bytes.buffer), length: 0 };
}

function makeRoom(texts: Utf8Texts, more: number): void {
  const needed = texts.length + more + MARGIN;
  if (needed <= texts.bytes.length) return;
  const bytes = new Uint8Array(Math.max(needed, 2 * texts.bytes.length));
  bytes.set(texts.bytes.subarray(0, texts.length));
  texts.bytes = bytes;
  texts.view = new DataView(bytes.buffer);
}

const encoder = new TextEncoder();
/** Writes the bytes of a code point, and those of a lone surrogate as if it were one; returns the index behind them. */
function writeCodePoint(bytes: Uint8Array, index: number, code: number): number {
  if (code < 0x80) {
    bytes[index] = code;
    return index + 1;
  }
  const count = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  bytes[index] = ((0xf00 >> count) & 0xff) | (code >> (6 * (count - 1)));
  for (let i = 1; i < count; i++) bytes[index + i] = 0x80 | ((code >> (6 * (count - 1 - i))) & 0x3f);
  return index + count;
}

/** Writes an ASCII text behind the others, and returns the index behind it; `null` for another text. */
function writeAscii(texts: Utf8Texts, text: string): number | null {
  makeRoom(texts, text.length + GAP);
  const start = texts.length;
  const { read } = encoder.encodeInto(text, texts.bytes.subarray(start, start + text.length));
  // Any wider character takes more bytes than units, so that the end of the text finds no room.
  return read === text.length ? start + read : null;
}

/** Writes any text behind the others, and returns the index behind it. */
function writeWide(texts: Utf8Texts, text: string): number {
  makeRoom(texts, 3 * text.length + GAP);
  const { bytes, length } = texts;
  // Half of a pair without the other half is what no encoder writes.
  if (text.isWellFormed()) return length + encoder.encodeInto(text, bytes.subarray(length)).written;
  let end = length;
  for (const character of text) end = writeCodePoint(bytes, end, character.codePointAt(0) as number);
  return end;
}

/** Takes the bytes up to an index for a text. */
function close(texts: Utf8Texts, end: number): Span {
  const start = texts.length;
  texts.view.setInt32(end, 0x20202020, true);
  texts.length = end + GAP;
  return { start, end };
}

/** Adds a text and spaces behind it; returns where it stands. */
export function appendText(texts: Utf8Texts, text: string): Span {
  return close(texts, writeAscii(texts, text) ?? writeWide(texts, text));
}

/** Puts ASCII letters in lower case, four at once: adding carries into the highest bit of each byte, and no further. */
function lowerAscii(view: DataView, start: number, end: number): void {
  for (let i = start; i < end; i += 4) {
    const four = view.getInt32(i, true);
    const isUpper = ((four + 0x3f3f3f3f) ^ (four + 0x25252525)) & 0x80808080;
    view.setInt32(i, four | (isUpper >>> 2), true);
  }
}

/** The same of the text in lower case. */
export function appendLowerCase(texts: Utf8Texts, text: string): Span {
  const end = writeAscii(texts, text);
  if (end === null) return close(texts, writeWide(texts, text.toLowerCase()));
  const span = close(texts, end);
  lowerAscii(texts.view, span.start, span.end);
  return span;
}

/** Index behind the character at an index. */
export function behind(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] as number;
  if (lead < 0x80) return index + 1;
  return index + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
}

/** The code point at an index. */
export function codePointAt(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] as number;
  if (lead < 0x80) return lead;
  const second = (bytes[index + 1] as number) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = (bytes[index + 2] as number) & 0x3f;
  if (lead < 0xf0) return ((lead & 0xf) << 12) | (second << 6) | third;
  return ((lead & 7) << 18) | (second << 12) | (third << 6) | ((bytes[index + 3] as number) & 0x3f);
}

/** How many units of UTF-16 some bytes stand for. */
export function unitLength(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
  }
  return units;
}
