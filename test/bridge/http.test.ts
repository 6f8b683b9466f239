import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stats } from "../../src/server/index.js";
import { createGate } from "./gate.js";
import { ListeningServer } from "./listening-server.js";
import { until } from "./until.js";

const JSON_TYPE = { "content-type": "application/json" };
const scoring = {
  jsonrpc: "2.0",
  id: 1,
  method: "score",
  params: {
    rewards: ["accuracy"],
    completions: ["\\boxed{42}", "\\boxed{41}"],
    columns: { solution: ["42", "42"] },
  },
};

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = JSON_TYPE,
): Promise<Answer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(url, { method: "POST", body: text, headers });
  const answer = await response.text();
  return { status: response.status, body: answer === "" ? null : (JSON.parse(answer) as unknown) };
}

async function stats(url: string): Promise<Stats> {
  const { body } = await post(`${url}/rpc`, { jsonrpc: "2.0", id: 1, method: "stats" });
  return (body as { readonly result: Stats }).result;
}

describe("serve --http", () => {
  const server = new ListeningServer(["--http", "0", "--max-frame-bytes", "100000", "--log-level", "debug"]);
  let url = "";
  beforeAll(async () => {
    url = await server.listening("url");
  });
  afterAll(async () => {
    expect(await server.end()).toBe(0);
  });

  it("answers JSON-RPC, whatever the type of its content", async () => {
    for (const headers of [JSON_TYPE, { "content-type": "text/plain" }]) {
      const { status, body } = await post(`${url}/rpc`, scoring, headers);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: 1, result: { scores: { accuracy: [1, 0] } } });
    }
  });

  it("offers no frames, which it does not carry", async () => {
    const greeting = { jsonrpc: "2.0", id: 1, method: "initialize", params: { protocol: 1 } };
    const { body } = await post(`${url}/rpc`, greeting);
    expect(body).toHaveProperty("result.maxFrameBytes", 100000);
    expect(body).not.toHaveProperty("result.frames");
  });

  it("answers a batch with a batch, and a notification with nothing", async () => {
    const list = { jsonrpc: "2.0", id: 2, method: "rewards/list" };
    const { body } = await post(`${url}/rpc`, [scoring, list]);
    expect(body).toMatchObject([{ id: 1 }, { id: 2 }]);
    expect(await post(`${url}/rpc`, { jsonrpc: "2.0", method: "rewards/list" })).toEqual({
      status: 204,
      body: null,
    });
  });

  it.each([
    ["not JSON", "{", -32700],
    ["an unknown method", { jsonrpc: "2.0", id: 1, method: "nope" }, -32601],
    ["bad params", { ...scoring, params: {} }, -32602],
    ["an end for all clients", { jsonrpc: "2.0", id: 1, method: "shutdown" }, -32602],
  ])("answers %s with an error of JSON-RPC", async (_kind, request, code) => {
    const { status, body } = await post(`${url}/rpc`, request);
    expect(status).toBe(200);
    expect(body).toMatchObject({ error: { code } });
  });

  it("serves the trainers' protocols, with the user's rewards as well", async () => {
    const sample = { prompt: "6 × 7?", response: "\\boxed{42}", label: "42" };
    expect(await post(`${url}/slime/accuracy`, sample)).toEqual({ status: 200, body: 1 });
    expect(await post(`${url}/slime/echo`, sample)).toEqual({ status: 200, body: 1 });
    const unknown = await post(`${url}/slime/nope`, sample);
    expect(unknown).toMatchObject({ status: 404, body: { code: "unknown_reward" } });
    const incomplete = await post(`${url}/slime/accuracy`, { prompt: "" });
    expect(incomplete).toEqual({
      status: 400,
      body: { error: "body must have required property 'response'" },
    });
  });

  it("says over which limit a request is", async () => {
    const { status, body } = await post(`${url}/rpc`, "x".repeat(200_000));
    expect(status).toBe(413);
    expect(body).toEqual({ error: expect.stringContaining("--max-frame-bytes") as string });
  });

  it("refuses pages in browsers", async () => {
    const { status } = await post(`${url}/rpc`, scoring, { ...JSON_TYPE, origin: "http://localhost:3000" });
    expect(status).toBe(403);
  });

  it("scores no more for a trainer that has gone away", async () => {
    const gone = new AbortController();
    const sample = { prompt: "", response: "b", label: null };
    const request = { method: "POST", body: JSON.stringify(sample), headers: JSON_TYPE };
    const answer = fetch(`${url}/slime/hangs_on_b`, { ...request, signal: gone.signal });
    await until(async () => (await stats(url)).requests.inFlight === 2);
    gone.abort();
    await expect(answer).rejects.toThrow("aborted");
    await until(async () => (await stats(url)).workerRestarts.timeout === 1);
    expect(await stats(url)).not.toHaveProperty("rewards.hangs_on_b");
  });

  it("says that it lives and is ready, and what it has done", async () => {
    for (const path of ["/healthz", "/readyz", "/readyz?verbose"])
      expect((await fetch(url + path)).status).toBe(200);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/grpo_rewards_items_total\{reward="accuracy",status="scored"\} \d/);
    expect(metrics).toMatch(/grpo_rewards_requests_total\{method="score",code="-32602"\} 1/);
    expect(metrics).toContain("nodejs_eventloop_lag_seconds");
  });

  it("logs lines of JSON without any text of a completion", async () => {
    await expect.poll(() => server.stderr).toMatch(/"batch scored"[\s\S]*\n$/);
    const lines = server.stderr.trim().split("\n");
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(server.stderr).not.toContain("boxed{");
  });
});

describe("serve --http with a token", () => {
  it("asks for it, but for the state of its health", async () => {
    const server = new ListeningServer(["--http", "0.0.0.0:0"], { GRPO_REWARDS_TOKEN: "secret" });
    const { port } = new URL(await server.listening("url"));
    const url = `http://127.0.0.1:${port}`;
    expect((await post(`${url}/rpc`, scoring)).status).toBe(401);
    const withToken = { ...JSON_TYPE, authorization: "Bearer secret" };
    expect((await post(`${url}/rpc`, scoring, withToken)).status).toBe(200);
    expect((await fetch(`${url}/healthz?from=probe`)).status).toBe(200);
    for (const path of ["/metrics", "/metrics?a", "/nosuch"])
      expect((await fetch(url + path)).status).toBe(401);
    await server.end();
  });

  it("is needed beyond this machine", async () => {
    const server = new ListeningServer(["--http", "0.0.0.0:0"]);
    const [code] = await server.exit;
    expect(code).not.toBe(0);
    await expect.poll(() => server.stderr).toContain("GRPO_REWARDS_TOKEN");
  });
});

describe("serve --http with a default reward that is none", () => {
  it("does not start", async () => {
    const server = new ListeningServer(["--http", "0", "--reward", "nosuch"]);
    const [code] = await server.exit;
    expect(code).not.toBe(0);
    await expect.poll(() => server.stderr).toContain("nosuch");
  });
});

describe("a server that is told to end", () => {
  it("answers what is in flight first", async () => {
    const gate = createGate();
    const server = new ListeningServer(["--http", "0"], gate.env);
    const url = await server.listening("url");
    const answer = post(`${url}/rpc`, { ...scoring, params: { rewards: ["held"], completions: ["a"] } });
    await until(gate.isReached);
    const code = server.end();
    gate.open();
    expect(await answer).toMatchObject({ status: 200, body: { result: { scores: { held: [1] } } } });
    expect(await code).toBe(0);
  });
});
