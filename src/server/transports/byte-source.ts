import { Socket } from "node:net";
import type { Readable } from "node:stream";
import { RewardError } from "../../core/index.js";
import type { MessageReader } from "./message-reader.js";

/** Where a client's bytes come from. */
export interface ByteSource {
  readonly stream: Readable;
  /** Has the reader get all that comes, and the end. */
  readonly feed: (reader: MessageReader) => void;
}

/** Any stream of bytes. */
export function streamSource(stream: Readable): ByteSource {
  return {
    stream,
    feed: (reader) => {
      stream.on("data", reader.push);
      stream.on("end", reader.end);
    },
  };
}

/** Bytes that are read at once. */
const SCRATCH_BYTES = 256 * 1024;

/** With less room than that in a frame, its end is read together with what follows it. */
const SMALL_BYTES = SCRATCH_BYTES / 4;

/** So much is read at first of a message: what of a frame comes with its beginning is copied to where it is to be. */
const FIRST_BYTES = SCRATCH_BYTES / 8;

/** Reads into the memory where the bytes are to be, or else into a scratch that is used again and again. */
function createLanding(): {
  readonly attach: (reader: MessageReader) => void;
  readonly next: () => Buffer;
  readonly landed: (bytes: number, where: Buffer) => void;
} {
  let reader: MessageReader | undefined;
  const scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  const first = scratch.subarray(0, FIRST_BYTES);
  const next = (): Buffer => {
    const room = reader?.room();
    if (room && room.length > SMALL_BYTES) return room;
    return reader?.isWithin() ? scratch : first;
  };
  const landed = (bytes: number, where: Buffer): void => {
    if (where === scratch || where === first) reader?.push(where.subarray(0, bytes));
    else reader?.filled(bytes);
  };
  return { attach: (given) => (reader = given), next, landed };
}

/**
 * An inherited socket, whose frames are received in place.
 *
 * @throws {RewardError} `bad_input` if the descriptor is no open socket
 */
export function descriptorSource(fd: number): ByteSource & { readonly stream: Socket } {
  const { attach, next, landed } = createLanding();
  let where = next();
  const onread = {
    buffer: (): Buffer => (where = next()),
    callback: (bytes: number): boolean => {
      landed(bytes, where);
      return true;
    },
  };
  const options = { fd, readable: true, writable: true, onread };
  const open = (): Socket => {
    try {
      return new Socket(options);
    } catch (error) {
      throw new RewardError("bad_input", `File descriptor ${fd} is no open socket.`, { cause: error });
    }
  };
  const stream = open();
  return {
    stream,
    feed: (reader) => {
      attach(reader);
      stream.on("end", reader.end);
      stream.resume();
    },
  };
}
