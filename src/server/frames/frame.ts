import { RewardError } from "../../core/index.js";
import type { JsonSchema } from "../../schema/index.js";
import { compileSchema } from "../../schema/index.js";
import { indexTexts, type SharedTexts, TEXT_ENCODINGS, type TextEncoding } from "../threads/texts.js";
import { decodeUtf8 } from "../utf8.js";
import type { Arena } from "./arenas.js";

/** The first byte of a frame. No line of JSON begins with it, nor does it occur in UTF-8. */
export const FRAME_MARK = 0xfe;

/** A frame begins with the mark and `GR1`, then the sizes of its header and of its texts, as 32 bits little-endian. */
export const PREFIX_BYTES = 12;

const SIGNATURE = Buffer.from([FRAME_MARK, ...Buffer.from("GR1")]);

/** What the first bytes of a frame say. */
export interface FramePrefix {
  readonly headerBytes: number;
  readonly textBytes: number;
}

/** Whether bytes may be the beginning of a frame. */
export function beginsFrame(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, SIGNATURE.length);
  return SIGNATURE.compare(bytes, 0, length, 0, length) === 0;
}

/** Reads the first bytes of a frame. */
export function readPrefix(prefix: Buffer): FramePrefix {
  return { headerBytes: prefix.readUInt32LE(4), textBytes: prefix.readUInt32LE(8) };
}

/** A message whose longest parts stand behind it as they are: the header is JSON, the texts are raw bytes. */
export interface Frame extends FramePrefix {
  /** The header, and the texts behind it. */
  readonly arena: Arena;
}

/** The member of a header that says how its texts are laid out. */
interface TextLayout {
  readonly encodings: readonly TextEncoding[];
  readonly bytes: readonly number[];
}

const layoutSchema: JsonSchema = {
  type: "object",
  required: ["encodings", "bytes"],
  properties: {
    encodings: { type: "array", items: { enum: [...TEXT_ENCODINGS] } },
    bytes: { type: "array", items: { type: "integer", minimum: 0, maximum: 2 ** 32 } },
  },
  additionalProperties: false,
};

/** The header's JSON. */
export function headerText({ arena, headerBytes }: Frame): string {
  return decodeUtf8(Buffer.from(arena.bytes, 0, headerBytes));
}

function checkLayout({ encodings, bytes }: TextLayout, textBytes: number): void {
  const problem = (text: string): RewardError => new RewardError("bad_input", `Texts of the frame: ${text}`);
  if (encodings.length !== bytes.length)
    throw problem(`there are ${encodings.length} encodings for ${bytes.length} texts.`);
  const odd = bytes.findIndex((length, i) => encodings[i] === "utf16le" && length % 2 !== 0);
  if (odd >= 0) throw problem(`text ${odd} is UTF-16 of ${bytes[odd] ?? 0} bytes, which is an odd number.`);
  const sum = bytes.reduce((total, length) => total + length, 0);
  if (sum !== textBytes) throw problem(`they have ${sum} bytes in sum, and ${textBytes} were sent.`);
}

/** Reads how the texts of frames are laid out. */
export function createLayoutReader(): (frame: Frame, layout: unknown) => SharedTexts {
  const problemWith = compileSchema(layoutSchema);
  return ({ arena, headerBytes, textBytes }, given) => {
    const problem = problemWith(given);
    if (problem !== null) throw new RewardError("bad_input", `"texts" of the frame: ${problem}.`);
    const layout = given as TextLayout;
    checkLayout(layout, textBytes);
    const encodingOf = (at: number): TextEncoding => layout.encodings[at] ?? "latin1";
    return { bytes: arena.bytes, index: indexTexts(layout.bytes, encodingOf, headerBytes) };
  };
}
