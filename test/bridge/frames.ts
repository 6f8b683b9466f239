/** A text of a frame, and how it is encoded. */
export interface FrameText {
  readonly text: string;
  readonly encoding?: BufferEncoding;
}

/** The bytes of a frame, whatever sense they make. */
export function rawFrame(header: string, texts: Buffer, sizes: readonly number[] = []): Buffer {
  const prefix = Buffer.from("\xfeGR1\0\0\0\0\0\0\0\0", "latin1");
  prefix.writeUInt32LE(sizes[0] ?? Buffer.byteLength(header), 4);
  prefix.writeUInt32LE(sizes[1] ?? texts.length, 8);
  return Buffer.concat([prefix, Buffer.from(header), texts]);
}

/** The bytes of a request in a frame. */
export function frame(request: object, texts: readonly FrameText[]): Buffer {
  const encoded = texts.map(({ text, encoding = "utf16le" }) => Buffer.from(text, encoding));
  const layout = {
    encodings: texts.map(({ encoding = "utf16le" }) => encoding),
    bytes: encoded.map(({ length }) => length),
  };
  return rawFrame(JSON.stringify({ jsonrpc: "2.0", ...request, texts: layout }), Buffer.concat(encoded));
}
