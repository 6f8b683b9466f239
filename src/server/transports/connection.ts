import type { Readable, Writable } from "node:stream";
import { createJSONRPCErrorResponse } from "json-rpc-2.0";
import { RewardError } from "../../core/index.js";
import type { Session } from "../dispatch.js";
import { toRpcError } from "../errors.js";
import { createFrameReader } from "./frame-reader.js";

/** A client's byte streams and its session. */
export interface ConnectionOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly session: Session;
  readonly maxFrameBytes: number;
}

/** A client that is being served. */
export interface Connection {
  /** Reads no more; resolves when the requests in flight are answered and the replies are written. */
  readonly drain: () => Promise<void>;
  /** Resolves when the client has closed its side, or the stream broke. */
  readonly closed: Promise<void>;
}

function oversizeReply(bytes: number, maxFrameBytes: number): string {
  const { code, message, data } = toRpcError(
    new RewardError(
      "too_large",
      `A request of ${bytes} bytes is over the limit of ${maxFrameBytes}; send smaller batches, or raise --max-frame-bytes.`,
    ),
  );
  return JSON.stringify(createJSONRPCErrorResponse(null, code, message, data));
}

/** Carries newline-delimited JSON between a client's streams and its session. */
export function connect({ input, output, session, maxFrameBytes }: ConnectionOptions): Connection {
  const pending = new Set<Promise<void>>();
  const send = (reply: string | null): void => {
    if (reply !== null && output.writable) output.write(`${reply}\n`);
  };
  const onFrame = (frame: string): void => {
    const answered = session.receive(frame).then(send);
    pending.add(answered);
    void answered.finally(() => pending.delete(answered));
  };
  const onOversize = (bytes: number): void => send(oversizeReply(bytes, maxFrameBytes));
  const reader = createFrameReader(maxFrameBytes, { onFrame, onOversize });
  input.on("data", reader.push);
  input.on("end", reader.end);

  const closed = new Promise<void>((resolve) => {
    for (const event of ["end", "close", "error"]) input.once(event, () => resolve());
    output.once("error", () => {
      session.close();
      resolve();
    });
  });

  const drain = async (): Promise<void> => {
    input.pause();
    await Promise.all(pending);
    await new Promise<void>((resolve) => (output.writable ? output.write("", () => resolve()) : resolve()));
  };

  return { drain, closed };
}
