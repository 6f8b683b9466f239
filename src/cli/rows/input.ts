import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Fewer and larger parts than by default: a part becomes a batch. */
const CHUNK_BYTES = 256 * 1024;

/** Bytes to read. */
export interface Input {
  readonly name: string;
  /** `null` is standard input. */
  readonly path: string | null;
  /** `null` if it is not known. */
  readonly size: number | null;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/**
 * Opens a file, or standard input.
 *
 * @param path `null` is standard input
 * @throws what the file system says if there is no such file
 */
export function toInput(path: string | null): Input {
  if (path === null) return { name: "-", path, size: null, open: () => process.stdin };
  return {
    name: basename(path),
    path,
    size: statSync(path).size,
    open: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
  };
}

/** The size of all inputs; `null` if that of one is not known. */
export function totalSize(inputs: readonly Input[]): number | null {
  const sizes = inputs.map(({ size }) => size);
  return sizes.every((size) => size !== null) ? sizes.reduce((sum, size) => sum + size, 0) : null;
}

const GZIP_MARK = [0x1f, 0x8b];

const isGzip = (start: Uint8Array): boolean => GZIP_MARK.every((byte, at) => start[at] === byte);

async function* startingWith(
  start: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Unpacks what begins as gzip does, and lets through anything else. */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const rest = chunks[Symbol.asyncIterator]();
  let start: Uint8Array = new Uint8Array();
  while (start.length < GZIP_MARK.length) {
    const next = await rest.next();
    if (next.done === true) break;
    start = start.length === 0 ? next.value : Buffer.concat([start, next.value]);
  }
  const bytes = startingWith(start, rest);
  if (!isGzip(start)) {
    yield* bytes;
    return;
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // Who reads it hears of its errors.
  pipeline(Readable.from(bytes, { objectMode: true }), gunzip, () => undefined);
  yield* gunzip as AsyncIterable<Uint8Array>;
}

const PARQUET_MARK = "PAR1";

/** Whether a file begins as Parquet does. */
export function isParquet({ path }: Input): boolean {
  if (path === null) return false;
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(PARQUET_MARK.length);
    readSync(file, start);
    return start.toString("latin1") === PARQUET_MARK;
  } finally {
    closeSync(file);
  }
}
