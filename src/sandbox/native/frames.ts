/** A message between the host and a box: a header of JSON, and bytes that follow it. */
export interface Frame {
  readonly header: unknown;
  readonly body: Buffer;
}

const LENGTHS = 8;

/** The bytes of a message: the lengths of header and body, 4 bytes each, and both. */
export function encodeFrame(header: unknown, body: Uint8Array): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32LE(text.length, 0);
  lengths.writeUInt32LE(body.length, 4);
  return Buffer.concat([lengths, text, body]);
}

/** Puts messages together from the chunks in which they arrive. */
export function frameReader(receive: (frame: Frame) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let [held, needed] = [0, LENGTHS];
  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= needed) {
      const bytes = chunks.length === 1 ? (chunks[0] ?? chunk) : Buffer.concat(chunks);
      chunks = [bytes];
      const text = LENGTHS + bytes.readUInt32LE(0);
      const end = text + bytes.readUInt32LE(4);
      needed = end;
      if (held < end) return;
      chunks = [bytes.subarray(end)];
      [held, needed] = [held - end, LENGTHS];
      const header: unknown = JSON.parse(bytes.toString("utf8", LENGTHS, text));
      receive({ header, body: bytes.subarray(text, end) });
    }
  };
}
