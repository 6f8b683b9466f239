import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyFrame, inPieces, MAX_FRAME_BYTES, type Message } from "./fuzz/frames.js";
import { anyBody, anyLine, createDraw, type Draw, idsIn } from "./fuzz/inputs.js";
import { freshPath, ListeningServer, SocketClient } from "./listening-server.js";
import { type Reply, ServerProcess, USER_REWARDS } from "./server-process.js";

/** `npm run test:fuzz -- --inputs 100000 --seed 7` sets both. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

/** Inputs that are sent before their answers are waited for. */
const WINDOW = 100;

const TIMEOUT_MS = 60_000 + 20 * INPUTS;

const SYNC = "sync";
const isSync = (id: unknown): boolean => typeof id === "string" && id.startsWith(SYNC);

/** A stream to a server. */
interface Peer {
  readonly write: (bytes: Buffer) => void;
  readonly receive: () => Promise<Reply>;
}

const inherited = (server: ServerProcess): Peer => ({
  write: (bytes) => server.output.write(bytes),
  receive: () => server.receive(),
});

const toLine = (text: string): Message => ({ bytes: Buffer.from(`${text}\n`), ids: idsIn(text) });

/** Sends messages, and takes the answers until the one to a last request is there. */
async function exchange(
  peer: Peer,
  messages: readonly Message[],
  number: number,
  draw: Draw,
): Promise<Reply[]> {
  const sync = `${SYNC}${number}`;
  const last = toLine(JSON.stringify({ jsonrpc: "2.0", id: sync, method: "rewards/list" }));
  const bytes = Buffer.concat([...messages, last].map((message) => message.bytes));
  for (const piece of inPieces(bytes, draw)) peer.write(piece);
  const due = messages.flatMap(({ ids }) => ids).length;
  const replies: Reply[] = [];
  for (let isSynced = false; !isSynced || replies.filter(({ id }) => id !== null).length <= due;) {
    const reply = (await peer.receive()) as Reply | readonly Reply[];
    const all = Array.isArray(reply) ? (reply as readonly Reply[]) : [reply as Reply];
    replies.push(...all);
    isSynced ||= all.some(({ id }) => id === sync);
  }
  return replies;
}

const asJson = (ids: readonly unknown[]): string[] => ids.map((id) => JSON.stringify(id)).sort();

/** Sends so many messages: each request with an id has one answer, and none is a fault of the server. */
async function expectAnswers(
  peer: Peer,
  count: number,
  make: (id: number, draw: Draw) => Message,
): Promise<void> {
  const draw = createDraw(SEED);
  for (let from = 1; from <= count; from += WINDOW) {
    const messages = Array.from({ length: WINDOW }, (_, i) => make(from + i, draw)).filter(
      ({ bytes }) => !bytes.includes("shutdown"),
    );
    const replies = await exchange(peer, messages, from, draw);
    const answered = replies.map(({ id }) => id).filter((id) => id !== null && !isSync(id));
    expect(asJson(answered)).toEqual(asJson(messages.flatMap(({ ids }) => ids)));
    for (const { error } of replies) expect(error?.data?.code, error?.message).not.toBe("internal_error");
  }
}

const FLAGS = ["--rewards", USER_REWARDS, "--max-frame-bytes", String(MAX_FRAME_BYTES)];

describe(`messages of any kind, seed ${SEED}`, () => {
  it.each([
    ["lines", 0.4, (id: number, draw: Draw) => toLine(anyLine(id, draw))],
    ["frames", 0.2, anyFrame],
    [
      "lines among frames",
      0.1,
      (id: number, draw: Draw) => (draw.below(2) ? anyFrame(id, draw) : toLine(anyLine(id, draw))),
    ],
  ])(
    "%s over an inherited socket",
    async (_, share, make) => {
      const server = new ServerProcess(FLAGS, "socket");
      await expectAnswers(inherited(server), share * INPUTS, make);
      expect(await server.end()).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    "frames over a unix socket",
    async () => {
      const path = freshPath();
      const server = new ListeningServer(["--socket", path, "--max-frame-bytes", String(MAX_FRAME_BYTES)]);
      await server.listening("socket");
      const client = new SocketClient(path);
      const peer: Peer = { write: (bytes) => client.socket.write(bytes), receive: () => client.receive() };
      await expectAnswers(peer, 0.1 * INPUTS, anyFrame);
      client.socket.destroy();
      expect(await server.end()).toBe(0);
    },
    TIMEOUT_MS,
  );
});

const PATHS = [
  "/rpc",
  "/slime/accuracy",
  "/slime/nosuch",
  "/openrlhf/accuracy",
  "/verify",
  "/seed_session",
  "/aggregate_metrics",
  "/evaluate",
  "/reward",
  "/%00",
  "/slime/__proto__",
];

describe(`bodies of any kind, seed ${SEED}`, () => {
  const server = new ListeningServer(["--http", "0"]);
  let url = "";
  beforeAll(async () => {
    url = await server.listening("url");
  });
  afterAll(() => server.end());

  const post = (path: string, body: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json" };
      const sent = request(url + path, { method: "POST", headers }, (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? 0));
      });
      sent.on("error", reject);
      sent.end(body);
    });

  it(
    "each has an answer, and the server lives on",
    async () => {
      const draw = createDraw(SEED);
      for (let i = 0; i < 0.2 * INPUTS; i++) {
        const [path, body] = [draw.one(PATHS), anyBody(draw)];
        expect([200, 204, 400, 404, 422], `${path} ${body.slice(0, 500)}`).toContain(await post(path, body));
      }
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    },
    TIMEOUT_MS,
  );
});
