import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the server has got it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The JSON that was sent; `null` for nothing. */
  readonly body: unknown;
  readonly at: number;
}

/** What the server replies; a text is sent as it stands, `drop` closes the connection, `never` keeps it waiting. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly end?: "drop" | "never" | "unfinished";
}

/** A real server on this machine. */
export interface LocalServer extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  /** The greatest number of requests that were under way at once. */
  readonly mostAtOnce: () => number;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Starts a server that answers each request by what `answer` makes of it. */
export async function serveLocally(
  answer: (request: Received, index: number) => Answer | Promise<Answer>,
): Promise<LocalServer> {
  const received: Received[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    most = Math.max(most, ++open);
    response.once("close", () => open--);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || "null");
      const { method = "", url: path = "", headers: sent } = request;
      const got = { method, path, headers: sent, body, at: performance.now() };
      received.push(got);
      void Promise.resolve(answer(got, received.length - 1)).then((given) => {
        const { status = 200, headers = {}, json, text = JSON.stringify(json), end } = given;
        if (end === "drop") return void response.destroy();
        if (end === "never") return;
        response.writeHead(status, headers);
        if (end === "unfinished") response.write(text.slice(0, 5));
        else response.end(text);
      });
    });
  });
  const url = await listen(server);
  return {
    url,
    received,
    mostAtOnce: () => most,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
