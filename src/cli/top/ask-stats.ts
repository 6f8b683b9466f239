import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { RewardError } from "../../core/index.js";
import type { Stats } from "../../server/index.js";

/** Where a server is. */
export type ServerAddress = { readonly url: string; readonly token?: string } | { readonly socket: string };

/** A server that is asked for its figures. */
export interface StatsSource {
  /** @throws {RewardError} `bad_input` if it does not answer, or refuses to */
  readonly stats: () => Promise<Stats>;
  readonly close: () => void;
}

const REQUEST = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "stats" });

/** A server that hangs is reported, not waited for. */
const TIMEOUT_MS = 10_000;

function readReply(text: string, place: string): Stats {
  const { result, error } = JSON.parse(text) as {
    readonly result?: Stats;
    readonly error?: { readonly message: string };
  };
  if (result) return result;
  throw new RewardError(
    "bad_input",
    `The server at ${place} refuses: ${error?.message ?? text.slice(0, 200)}`,
  );
}

function unreachable(place: string, reason: string): RewardError {
  return new RewardError("bad_input", `No server answers at ${place}: ${reason}`);
}

/** `fetch` says what went wrong in the cause of its error alone. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error && cause.message !== "" ? cause.message : message;
}

async function askUrl(url: string, token: string | undefined): Promise<Stats> {
  const endpoint = `${url.replace(/\/$/, "")}/rpc`;
  const headers = {
    "content-type": "application/json",
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let text: string;
  let status: number;
  try {
    const response = await fetch(endpoint, { method: "POST", body: REQUEST, headers, signal });
    [text, status] = [await response.text(), response.status];
  } catch (error) {
    throw unreachable(url, reasonOf(error));
  }
  if (status !== 200) throw unreachable(url, `status ${status}: ${text.slice(0, 200)}`);
  return readReply(text, url);
}

interface Line {
  readonly socket: Socket;
  readonly replies: AsyncIterator<string>;
}

async function connectTo(path: string): Promise<Line> {
  const socket = connect(path);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", (error) => reject(unreachable(path, error.message)));
  });
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy());
  // What breaks the connection ends the replies, too.
  socket.on("error", () => undefined);
  return { socket, replies: createInterface({ input: socket })[Symbol.asyncIterator]() };
}

function askSocket(path: string): StatsSource {
  let line: Line | undefined;
  return {
    stats: async () => {
      line ??= await connectTo(path);
      line.socket.write(`${REQUEST}\n`);
      const next = await line.replies.next();
      if (next.done) throw unreachable(path, "it closed the connection");
      return readReply(next.value, path);
    },
    close: () => line?.socket.destroy(),
  };
}

/** One connection to a server's unix socket, or a request to its URL for each question. */
export function askStats(address: ServerAddress): StatsSource {
  if ("socket" in address) return askSocket(address.socket);
  return { stats: () => askUrl(address.url, address.token), close: () => undefined };
}

/** Closes the source whatever comes of its use. */
export async function closeAfter(
  source: StatsSource,
  use: (source: StatsSource) => Promise<void>,
): Promise<void> {
  try {
    await use(source);
  } finally {
    source.close();
  }
}
