import { rawFrame } from "../frames.js";
import { type Draw, isId, mangled, validRequest, withJunk } from "./inputs.js";

/** Bytes to send, and the ids that are due an answer each. */
export interface Message {
  readonly bytes: Buffer;
  readonly ids: readonly (string | number)[];
}

/** The limit of the server that is tried: what is over it can be sent. */
export const MAX_FRAME_BYTES = 300_000;

const ENCODINGS = ["latin1", "utf8", "utf16le"] as const;

interface Parts {
  readonly header: object;
  readonly texts: Buffer;
}

/** A request with the texts of its completions taken out. */
function parts(id: number, draw: Draw): Parts {
  const request = validRequest(id, draw) as { params?: { completions?: readonly unknown[] } };
  const texts: Buffer[] = [];
  const encodings: string[] = [];
  const takeOut = (completion: unknown): unknown => {
    if (draw.below(8) === 0) return completion;
    if (Array.isArray(completion)) {
      return completion.map((message: { content: unknown }) => ({
        ...message,
        content: takeOut(message.content),
      }));
    }
    const encoding = draw.one(ENCODINGS);
    encodings.push(encoding);
    return texts.push(Buffer.from(String(completion), encoding)) - 1;
  };
  const completions = request.params?.completions?.map(takeOut);
  const params = { ...request.params, ...(completions && { completions }) };
  const layout = { encodings, bytes: texts.map(({ length }) => length) };
  return { header: { ...request, params, texts: layout }, texts: Buffer.concat(texts) };
}

/** The id that an answer to this header has, where there is one. */
function idsOf(header: string): (string | number)[] {
  let request: unknown;
  try {
    request = JSON.parse(header);
  } catch {
    return [];
  }
  if (typeof request !== "object" || request === null || Array.isArray(request)) return [];
  const { id } = request as { id?: unknown };
  return isId(id) ? [id] : [];
}

const frameOf = (header: string, texts: Buffer): Message => ({
  bytes: rawFrame(header, texts),
  ids: idsOf(header),
});

const junkBytes = (length: number, draw: Draw): Buffer =>
  Buffer.from(Array.from({ length }, () => draw.below(256)));

/** A prefix that says less than follows: the rest is no message, and ends with the line. */
function tooShort({ header, texts }: Parts, draw: Draw): Message {
  const text = JSON.stringify(header);
  const said = draw.below(texts.length + 1);
  const rest = Buffer.from("\n");
  return {
    bytes: Buffer.concat([rawFrame(text, texts, [Buffer.byteLength(text), said]), rest]),
    ids: idsOf(text),
  };
}

/** A prefix that says more than the layout, with bytes that make it good. */
function tooLong({ header, texts }: Parts, draw: Draw): Message {
  return frameOf(JSON.stringify(header), Buffer.concat([texts, junkBytes(draw.below(500), draw)]));
}

/** A frame that is over the limit is dropped as it comes; what it asked is not looked at. */
function overLimit({ header }: Parts, draw: Draw): Message {
  const texts = Buffer.alloc(MAX_FRAME_BYTES + draw.below(1000), "x");
  return { bytes: rawFrame(JSON.stringify(header), texts), ids: [] };
}

/** Bytes that begin like a frame. */
function stray(draw: Draw): Message {
  const bytes = Buffer.from(
    draw.one(["\xfe", "\xfeG", "\xfeGR", "\xfeGR2", "\xfe\xfeGR1", "\xfeGR\xfe1"]),
    "latin1",
  );
  const rest = junkBytes(draw.below(40), draw).map((byte) => (byte === 0xfe || byte === 0x0a ? 0x20 : byte));
  return { bytes: Buffer.concat([bytes, Buffer.from(" "), rest, Buffer.from("\n")]), ids: [] };
}

const KINDS: readonly ((id: number, draw: Draw) => Message)[] = [
  ...Array.from({ length: 3 }, () => (id: number, draw: Draw): Message => {
    const { header, texts } = parts(id, draw);
    return frameOf(JSON.stringify(header), texts);
  }),
  (id, draw) => {
    const { header, texts } = parts(id, draw);
    return frameOf(JSON.stringify(withJunk(header, draw)), texts);
  },
  (id, draw) => {
    const { header, texts } = parts(id, draw);
    return frameOf(mangled(JSON.stringify(header), draw), texts);
  },
  (id, draw) => frameOf(JSON.stringify([parts(id, draw).header]), Buffer.alloc(0)),
  (_, draw) => frameOf(junkBytes(draw.below(200), draw).toString("latin1"), junkBytes(draw.below(200), draw)),
  (id, draw) => tooShort(parts(id, draw), draw),
  (id, draw) => tooLong(parts(id, draw), draw),
  (id, draw) => (draw.below(20) ? tooLong : overLimit)(parts(id, draw), draw),
  (_, draw) => stray(draw),
];

/** A frame, right or wrong in any way, after which the next message can be read. */
export function anyFrame(id: number, draw: Draw): Message {
  return draw.one(KINDS)(id, draw);
}

/** The bytes in pieces of any size. */
export function inPieces(bytes: Buffer, draw: Draw): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = 1 + draw.below(draw.one([3, 20, 1000, 100_000, 1_000_000]));
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}
