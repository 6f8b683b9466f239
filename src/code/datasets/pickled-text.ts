/** Reads the length that stands in some bytes, and says how many: the lowest first. */
const TEXT_LENGTHS: ReadonlyMap<number, number> = new Map([
  [0x8c, 1], // SHORT_BINUNICODE
  [0x58, 4], // BINUNICODE
  [0x8d, 8], // BINUNICODE8
]);

/** Opcodes that mean nothing for a single text, by the bytes of their argument. */
const IGNORED: ReadonlyMap<number, number> = new Map([
  [0x80, 1], // PROTO
  [0x95, 8], // FRAME
  [0x94, 0], // MEMOIZE
  [0x71, 1], // BINPUT
  [0x72, 4], // LONG_BINPUT
]);

const STOP = 0x2e;

function readLength(bytes: Uint8Array, at: number, size: number): number {
  let length = 0;
  for (let i = size - 1; i >= 0; i--) length = length * 256 + (bytes[at + i] ?? 0);
  return length;
}

/**
 * The text of a pickle of Python that holds one, as LiveCodeBench stores its private tests; `null` for any other. A
 * pickle is a program, which can call anything: this knows the opcodes of texts and no others.
 */
function unpickleText(bytes: Uint8Array): string | null {
  let text: string | null = null;
  for (let at = 0; at < bytes.length;) {
    const opcode = bytes[at++] ?? STOP;
    const lengthSize = TEXT_LENGTHS.get(opcode);
    const ignored = IGNORED.get(opcode);
    if (opcode === STOP) return text;
    if (lengthSize !== undefined && text === null) {
      const start = at + lengthSize;
      at = start + readLength(bytes, at, lengthSize);
      if (at > bytes.length) return null;
      text = new TextDecoder().decode(bytes.subarray(start, at));
    } else if (ignored !== undefined) at += ignored;
    else return null;
  }
  return null;
}

/** Bytes that packed tests may grow to. */
const MAX_UNPACKED = 256 << 20;

/** Inflates zlib data; `null` if it is damaged or grows too large. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_UNPACKED) return null;
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  } catch {
    return null;
  }
}

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Z\d+/]+={0,2}$/i.test(text);

/** The text that is pickled, compressed by zlib and written in base64; `null` for anything else. */
export async function readPackedText(packed: string): Promise<string | null> {
  if (!isBase64(packed)) return null;
  const binary = atob(packed);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const unpacked = await inflate(bytes);
  return unpacked && unpickleText(unpacked);
}
