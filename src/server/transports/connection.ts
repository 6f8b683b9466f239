import type { Writable } from "node:stream";
import { createJSONRPCErrorResponse } from "json-rpc-2.0";
import type { RewardError } from "../../core/index.js";
import type { Session } from "../dispatch.js";
import { toRpcError } from "../errors.js";
import { wireJson } from "../wire-json.js";
import type { ByteSource } from "./byte-source.js";
import { createMessageQueue } from "./message-queue.js";
import { createMessageReader } from "./message-reader.js";
import type { IncomingMessage, MessageReaderOptions } from "./receiver.js";

/** A client's byte streams and its session. */
export interface ConnectionOptions extends MessageReaderOptions {
  readonly input: ByteSource;
  readonly output: Writable;
  readonly session: Session;
}

/** A client that is being served. */
export interface Connection {
  /** Reads no more; resolves when the requests in flight are answered and the replies are written. */
  readonly drain: () => Promise<void>;
  /** Resolves when the client has closed its side, or the stream broke. */
  readonly closed: Promise<void>;
}

/** With so much that the client has not read, nothing more is begun. */
export const MAX_UNREAD_BYTES: number = 1 << 20;

/** With so many requests that are not answered, nothing more is begun. */
export const MAX_UNANSWERED = 1024;

function refusal(error: RewardError): string {
  const { code, message, data } = toRpcError(error);
  return wireJson(createJSONRPCErrorResponse(null, code, message, data));
}

const sizeOf = (message: IncomingMessage): number =>
  typeof message === "string" ? message.length : message.headerBytes + message.textBytes;

/** What is not answered yet, and whether there is room for more. */
interface Load {
  /** Counts a message until its reply is written. */
  readonly add: (message: IncomingMessage, answered: Promise<void>) => void;
  /** `null` if there is room; else a promise of a change. */
  readonly room: () => Promise<void> | null;
  readonly settled: () => Promise<unknown>;
}

function createLoad(output: Writable, maxBytes: number): Load {
  const pending = new Set<Promise<void>>();
  let bytes = 0;
  let change: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null;

  const notify = (): void => {
    change?.resolve();
    change = null;
  };
  for (const event of ["drain", "close", "error"]) output.on(event, notify);

  const nextChange = (): Promise<void> => {
    if (change) return change.promise;
    let resolve = (): void => undefined;
    const promise = new Promise<void>((settle) => (resolve = settle));
    change = { promise, resolve };
    return promise;
  };
  const isFull = (): boolean =>
    output.writableLength > MAX_UNREAD_BYTES || pending.size >= MAX_UNANSWERED || bytes > maxBytes;

  return {
    add: (message, answered) => {
      const size = sizeOf(message);
      bytes += size;
      pending.add(answered);
      void answered.finally(() => {
        bytes -= size;
        pending.delete(answered);
        notify();
      });
    },
    room: () => (output.writable && isFull() ? nextChange() : null),
    settled: () => Promise.all(pending),
  };
}

/** Resolves when the client has closed its side, or the stream broke. */
function closing({ input, output, session }: ConnectionOptions): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ["end", "close", "error"]) input.stream.once(event, () => resolve());
    output.once("error", () => {
      session.close();
      resolve();
    });
  });
}

/** Carries messages between a client's streams and its session. A client that does not read is not read either. */
export function connect(options: ConnectionOptions): Connection {
  const { input, output, session, maxFrameBytes } = options;
  const load = createLoad(output, maxFrameBytes);
  let isDraining = false;
  const send = (reply: string | null): void => {
    if (reply !== null && output.writable) output.write(`${reply}\n`);
  };
  const notify = (notification: string): boolean => {
    if (output.writableLength > MAX_UNREAD_BYTES) return false;
    send(notification);
    return true;
  };
  const begin = (message: IncomingMessage): void => {
    if (output.writable) load.add(message, session.receive(message, notify).then(send));
  };
  const queue = createMessageQueue({
    begin,
    room: load.room,
    onBusy: (isBusy) => {
      if (isBusy) input.stream.pause();
      else if (!isDraining) input.stream.resume();
    },
  });
  const closed = closing(options);
  input.feed(
    createMessageReader(options, {
      onMessage: queue.add,
      onRefused: (error) => send(refusal(error)),
    }),
  );

  const drain = async (): Promise<void> => {
    isDraining = true;
    input.stream.pause();
    await queue.emptied();
    await load.settled();
    await new Promise<void>((resolve) => (output.writable ? output.write("", () => resolve()) : resolve()));
  };

  return { drain, closed };
}
