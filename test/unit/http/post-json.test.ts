import { expect, describe, it } from "vitest";
import { type Endpoint, jsonPoster, type Reply } from "../../../src/http/index.js";
import { type Answer, serveLocally } from "./local-server.js";

const going = new AbortController().signal;

const endpointAt = (url: string, changes: Partial<Endpoint> = {}): Endpoint => ({
  url: new URL(url),
  headers: {},
  timeoutMs: 10_000,
  retries: 0,
  concurrency: 4,
  ...changes,
});

/** Posts once to a server that gives these answers in turn. */
async function postTo(
  answers: readonly Answer[],
  changes: Partial<Endpoint> = {},
): Promise<{ reply: Reply; requests: number; pauses: number[] }> {
  await using server = await serveLocally((_, i) => answers[i] ?? { status: 599 });
  const reply = await jsonPoster(endpointAt(server.url, changes))({ n: 1 }, going);
  const times = server.received.map(({ at }) => at);
  return { reply, requests: times.length, pauses: times.slice(1).map((at, i) => at - (times[i] ?? 0)) };
}

const GOOD: Answer = { json: { ok: true } };

describe("a post", () => {
  it("sends JSON and headers, and reads JSON", async () => {
    await using server = await serveLocally(({ body }) => ({ json: { got: body } }));
    const post = jsonPoster(endpointAt(`${server.url}/a`, { headers: { "x-key": "k" } }));
    expect(await post({ text: "é\n" }, going)).toEqual({ body: { got: { text: "é\n" } } });
    expect(server.received[0]).toMatchObject({
      path: "/a",
      headers: { "content-type": "application/json", "x-key": "k" },
    });
  });

  it.each<[string, Answer]>([
    ["408", { status: 408 }],
    ["429", { status: 429 }],
    ["500", { status: 500 }],
    ["503", { status: 503 }],
    ["529", { status: 529 }],
    ["a lost connection", { end: "drop" }],
  ])("is tried again after %s", async (_case, first) => {
    expect(await postTo([first, GOOD], { retries: 2 })).toMatchObject({
      reply: { body: { ok: true } },
      requests: 2,
    });
  });

  it.each<[string, Answer, string]>([
    ["400", { status: 400 }, "http_400"],
    ["401", { status: 401 }, "http_401"],
    ["404", { status: 404 }, "http_404"],
    ["409", { status: 409 }, "http_409"],
    ["a redirection", { status: 307, headers: { location: "http://127.0.0.1:1/" } }, "http_307"],
    ["what is no JSON", { text: "<html>" }, "not_json"],
    ["a reply without an end", { text: '{"ok": tr', end: "unfinished" }, "timeout"],
    ["no reply", { end: "never" }, "timeout"],
    ["a huge reply", { text: " ".repeat(9_000_000) }, "too_large"],
  ])("is not tried again after %s", async (_case, answer, fault) => {
    const changes = fault === "timeout" ? { timeoutMs: 100 } : {};
    expect(await postTo([answer, GOOD], { retries: 2, ...changes })).toMatchObject({
      reply: { fault },
      requests: 1,
    });
  });

  it("gives up after its retries", async () => {
    const failing = Array.from({ length: 5 }, () => ({ status: 500 }));
    expect(await postTo(failing, { retries: 1 })).toMatchObject({
      reply: { fault: "http_500" },
      requests: 2,
    });
  });

  it("waits as long as the server asks", async () => {
    const busy = { status: 429, headers: { "retry-after": "1" } };
    const { pauses } = await postTo([busy, GOOD], { retries: 1 });
    // Its own first pause is at most half a second.
    expect(pauses[0]).toBeGreaterThan(900);
  });

  it("says that nobody listens", async () => {
    const server = await serveLocally(() => GOOD);
    await server[Symbol.asyncDispose]();
    expect(await jsonPoster(endpointAt(server.url))({}, going)).toEqual({ fault: "connection" });
  });

  it("ends when it is cancelled, and is not sent afterwards", async () => {
    const aborting = new AbortController();
    await using server = await serveLocally(() => {
      aborting.abort();
      return { end: "never" };
    });
    const post = jsonPoster(endpointAt(server.url, { retries: 3 }));
    expect(await post({}, aborting.signal)).toEqual({ fault: "cancelled" });
    expect(await post({}, aborting.signal)).toEqual({ fault: "cancelled" });
    expect(server.received).toHaveLength(1);
  });

  it("waits for its turn", async () => {
    await using server = await serveLocally(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return GOOD;
    });
    const post = jsonPoster(endpointAt(server.url, { concurrency: 3 }));
    const replies = await Promise.all(Array.from({ length: 12 }, (_, i) => post({ i }, going)));
    expect(replies).toEqual(Array.from({ length: 12 }, () => ({ body: { ok: true } })));
    expect(server.mostAtOnce()).toBe(3);
  });
});
