import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyBody, anyLine, createDraw, idsIn } from "./fuzz/inputs.js";
import { ListeningServer } from "./listening-server.js";
import { type Reply, ServerProcess, USER_REWARDS } from "./server-process.js";

/** `npm run test:fuzz -- --inputs 100000 --seed 7` sets both. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

/** Inputs that are sent before their answers are waited for. */
const WINDOW = 100;

const TIMEOUT_MS = 60_000 + 20 * INPUTS;

const SYNC = "sync";
const isSync = (id: unknown): boolean => typeof id === "string" && id.startsWith(SYNC);

/** Sends lines, and takes the answers until the one to a last request is there. */
async function exchange(server: ServerProcess, lines: readonly string[], number: number): Promise<Reply[]> {
  const sync = `${SYNC}${number}`;
  for (const line of lines) server.send(line);
  const due = lines.flatMap(idsIn).length;
  server.send(JSON.stringify({ jsonrpc: "2.0", id: sync, method: "rewards/list" }));
  const replies: Reply[] = [];
  for (let isSynced = false; !isSynced || replies.filter(({ id }) => id !== null).length <= due;) {
    const reply = (await server.receive()) as Reply | readonly Reply[];
    const all = Array.isArray(reply) ? (reply as readonly Reply[]) : [reply as Reply];
    replies.push(...all);
    isSynced ||= all.some(({ id }) => id === sync);
  }
  return replies;
}

describe(`${INPUTS} lines of any kind, seed ${SEED}`, () => {
  it(
    "each request with an id has one answer, and the server lives on",
    async () => {
      const server = new ServerProcess(["--rewards", USER_REWARDS], "socket");
      const draw = createDraw(SEED);
      for (let from = 1; from <= INPUTS; from += WINDOW) {
        const lines = Array.from({ length: WINDOW }, (_, i) => anyLine(from + i, draw)).filter(
          (line) => !line.includes("shutdown"),
        );
        const replies = await exchange(server, lines, from);
        const answered = replies.map(({ id }) => id).filter((id) => id !== null && !isSync(id));
        expect(answered.map((id) => JSON.stringify(id)).sort()).toEqual(
          lines
            .flatMap(idsIn)
            .map((id) => JSON.stringify(id))
            .sort(),
        );
        for (const { error } of replies) expect(error?.data?.code, error?.message).not.toBe("internal_error");
      }
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

describe(`${INPUTS / 4} bodies of any kind, seed ${SEED}`, () => {
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
      for (let i = 0; i < INPUTS / 4; i++) {
        const [path, body] = [draw.one(PATHS), anyBody(draw)];
        expect([200, 204, 400, 404, 422], `${path} ${body.slice(0, 500)}`).toContain(await post(path, body));
      }
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    },
    TIMEOUT_MS,
  );
});
