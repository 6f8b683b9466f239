import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stats } from "../../src/server/index.js";
import { createGate } from "./gate.js";
import { freshPath, ListeningServer, SocketClient } from "./listening-server.js";
import { MAIN, ServerProcess } from "./server-process.js";
import { until } from "./until.js";

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const rpc = (method: string, params: object): string =>
  JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });

async function call(url: string, method: string, params: object = {}): Promise<unknown> {
  const response = await fetch(`${url}/rpc`, { method: "POST", body: rpc(method, params) });
  const { result } = (await response.json()) as { result: unknown };
  return result;
}

const accuracyOf = (completions: readonly string[], solution: readonly (string | null)[]): object => ({
  rewards: ["accuracy"],
  completions,
  columns: { solution },
});

async function cli(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const options = { env: { ...process.env, ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], options);
  return stdout;
}

/** The samples of a page of metrics, by what stands before the value. */
function samplesOf(page: string): Map<string, number> {
  const lines = page.split("\n").filter((line) => line.startsWith("grpo_rewards_"));
  return new Map(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(" ")),
      Number(line.slice(line.lastIndexOf(" ") + 1)),
    ]),
  );
}

describe.each(["thread", "process"])("the figures of a server over HTTP, isolation: %s", (isolation) => {
  const server = new ListeningServer(["--http", "0", "--threads", "1", "--isolation", isolation]);
  let url = "";
  let stats: Stats;
  let samples: Map<string, number>;
  let page: string;

  beforeAll(async () => {
    url = await server.listening("url");
    await call(url, "score", accuracyOf(["\\boxed{4}", "5", "4"], ["4", "4", null]));
    const limited = { completions: ["a", "b"], itemTimeoutMs: 3000 };
    await call(url, "score", { rewards: ["hangs_on_b"], ...limited });
    await call(url, "score", { rewards: ["ends_on_b"], ...limited });
    await call(url, "score", { rewards: ["endless"], completions: ["a"], deadlineMs: 300 });
    await call(url, "score", {});
    await fetch(`${url}/slime/accuracy`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ prompt: "2 + 2?", response: "\\boxed{4}", label: "4" }),
    });
    stats = (await call(url, "stats")) as Stats;
    page = await (await fetch(`${url}/metrics`)).text();
    samples = samplesOf(page);
  }, 60_000);
  afterAll(async () => {
    expect(await server.end()).toBe(0);
  });

  it("count scores by status, missing ones by whose time was over, and how long each call took", () => {
    expect(stats.rewards.accuracy).toMatchObject({
      items: { scored: 3, reference: 1 },
      timeouts: { item: 0, request: 0 },
      itemSeconds: { count: 4 },
      values: { count: 3, sum: 2 },
    });
    expect(stats.rewards.hangs_on_b).toMatchObject({
      items: { scored: 1, "system:timeout": 1 },
      timeouts: { item: 1, request: 0 },
      // What was killed has no duration.
      itemSeconds: { count: 1 },
    });
    expect(stats.rewards.endless).toMatchObject({ timeouts: { item: 0, request: 1 } });
    expect(stats.batches.workSeconds.count).toBe(5);
  });

  it("count what ended its thread or process twice as crashed, and nothing else", () => {
    expect(stats.rewards.ends_on_b).toMatchObject({
      items: { scored: 1, "system:crashed": 1 },
      timeouts: { item: 0, request: 0 },
    });
  });

  it("count the threads or processes that were replaced, by the reason", async () => {
    expect(stats.workerRestarts).toEqual({ timeout: 1, exit: 2 });
    await expect.poll(() => server.stderr).toContain('"thread replaced"');
  });

  it("count requests of JSON-RPC and of trainers, those in flight, and bytes", () => {
    expect(stats.requests).toEqual({
      inFlight: 1,
      answered: { score: { ok: 4, "-32602": 1 }, "POST /slime/:reward": { ok: 1 } },
    });
    expect(stats.bytes.received).toBeGreaterThan(1000);
    expect(stats.bytes.sent).toBeGreaterThan(1000);
    expect(stats.server).toMatchObject({ pid: server.child.pid, state: "ready" });
    expect(stats.process.memoryBytes).toBeGreaterThan(1e7);
  });

  it("are the same on /metrics", () => {
    const { accuracy, hangs_on_b: late, ends_on_b: deadly } = stats.rewards;
    const same: readonly (readonly [string, number | undefined])[] = [
      ['items_total{reward="accuracy",status="scored"}', accuracy?.items.scored],
      ['items_total{reward="accuracy",status="reference"}', accuracy?.items.reference],
      ['timeouts_total{reward="hangs_on_b",phase="item"}', late?.timeouts.item],
      ['timeouts_total{reward="endless",phase="request"}', stats.rewards.endless?.timeouts.request],
      ['items_total{reward="ends_on_b",status="system:crashed"}', deadly?.items["system:crashed"]],
      ['item_seconds_count{reward="accuracy"}', accuracy?.itemSeconds.count],
      ['item_seconds_sum{reward="accuracy"}', accuracy?.itemSeconds.sum],
      ['reward_value_bucket{reward="accuracy",le="0"}', 1],
      ['reward_value_bucket{reward="accuracy",le="+Inf"}', accuracy?.values.count],
      ["queue_seconds_count", stats.batches.queueSeconds.count],
      ["batch_seconds_sum", stats.batches.workSeconds.sum],
      ['requests_total{method="score",code="-32602"}', 1],
      ['requests_total{method="stats",code="ok"}', 1],
      ["inflight", 0],
      ['worker_restarts_total{reason="timeout"}', stats.workerRestarts.timeout],
      ['worker_restarts_total{reason="exit"}', stats.workerRestarts.exit],
      ["ready", 1],
    ];
    for (const [name, value] of same)
      expect([name, samples.get(`grpo_rewards_${name}`)]).toEqual([name, value]);
    expect(samples.get('grpo_rewards_bytes_total{direction="received"}')).toBeGreaterThan(
      stats.bytes.received,
    );
    expect(page).toContain("nodejs_eventloop_lag_p99_seconds");
    expect(page).toMatch(/# TYPE grpo_rewards_item_seconds histogram/);
  });

  it("are what top shows", async () => {
    const shown = await cli(["top", "--url", url]);
    expect(shown).toContain(`pid ${server.child.pid ?? 0}`);
    expect(shown).toMatch(/^accuracy +4 +\d+\.\d +0\.667 +1 +0 /m);
    expect(shown).toMatch(/^hangs_on_b +2 .* 1 +1 /m);
    const told = JSON.parse(await cli(["top", "--url", url, "--json"])) as Stats;
    expect(told.rewards).toEqual(((await call(url, "stats")) as Stats).rewards);
  });
});

describe("the method stats", () => {
  const params = accuracyOf(["\\boxed{4}"], ["4"]);
  const counted = { rewards: { accuracy: { items: { scored: 1 } } }, requests: { inFlight: 1 } };

  it.each(["stdio", "socket"] as const)("answers a client of its own over %s", async (transport) => {
    const server = new ServerProcess([], transport);
    await server.call("score", params);
    const { result } = await server.call("stats", {});
    expect(result).toMatchObject(counted);
    expect((result as unknown as Stats).bytes.received).toBeGreaterThan(100);
    expect((result as unknown as Stats).bytes.sent).toBeGreaterThan(50);
    await server.end();
  });

  it("answers, and top shows, what the clients of a unix socket did", async () => {
    const path = freshPath();
    const server = new ListeningServer(["--socket", path]);
    await server.listening("socket");
    const client = new SocketClient(path);
    await client.call("score", params);
    expect((await client.call("stats", {})).result).toMatchObject(counted);
    client.socket.destroy();
    expect(await cli(["top", "--socket", path, "--once"])).toMatch(/^accuracy +1 /m);
    await server.end();
  });
});

describe("top", () => {
  it.each([
    [["top"], "give --url or --socket"],
    [["top", "--url", "http://127.0.0.1:9"], "No server answers at http://127.0.0.1:9: "],
    [["top", "--socket", "/nowhere.sock"], "No server answers at /nowhere.sock: "],
  ])("%j exits with 2 and says why", async (args, reason) => {
    const failure = await cli(args).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 2, stderr: expect.stringContaining(reason) as string });
  });

  it("takes the token from the environment", async () => {
    const env = { GRPO_REWARDS_TOKEN: "secret" };
    const server = new ListeningServer(["--http", "0"], env);
    const url = await server.listening("url");
    expect(await cli(["top", "--url", url], env)).toContain("nothing scored yet");
    await expect(cli(["top", "--url", url])).rejects.toMatchObject({ code: 2 });
    await server.end();
  });
});

describe("readiness", () => {
  const status = async (url: string, path: string): Promise<readonly [number, unknown]> => {
    const response = await fetch(url + path);
    return [response.status, await response.json()];
  };

  it("is not there while the rewards are loaded: the server lives, and asks to try again", async () => {
    const gate = join(mkdtempSync(join(tmpdir(), "grpo-rewards-")), "open");
    const flags = ["--http", "0", "--threads", "0", "--rewards", fixture("gated-rewards.ts")];
    const server = new ListeningServer(flags, { GATE: gate });
    const url = await server.logged("url", "loading");
    expect(await status(url, "/healthz")).toEqual([200, { status: "ok" }]);
    expect(await status(url, "/readyz")).toEqual([503, { status: "loading" }]);
    expect(samplesOf(await (await fetch(`${url}/metrics`)).text()).get("grpo_rewards_ready")).toBe(0);
    const refused = await fetch(`${url}/rpc`, { method: "POST", body: rpc("stats", {}) });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
    writeFileSync(gate, "");
    await server.listening("url");
    expect(await status(url, "/readyz")).toEqual([200, { status: "ready" }]);
    expect(await call(url, "score", { rewards: ["gated"], completions: ["a"] })).toMatchObject({
      scores: { gated: [1] },
    });
    expect(await server.end()).toBe(0);
  });

  it("a signal ends a server that loads", async () => {
    const server = new ListeningServer(["--http", "0", "--rewards", fixture("gated-rewards.ts")]);
    await server.logged("url", "loading");
    expect(await server.end()).toBe(0);
  });

  it("ends when the server does, while it answers what is in flight", async () => {
    const gate = createGate();
    const server = new ListeningServer(["--http", "0"], gate.env);
    const url = await server.listening("url");
    const answer = call(url, "score", { rewards: ["held"], completions: ["a"] });
    await until(gate.isReached);
    const code = server.end();
    while ((await status(url, "/readyz"))[0] === 200);
    expect(await status(url, "/readyz")).toEqual([503, { status: "ending" }]);
    expect(await status(url, "/healthz")).toEqual([200, { status: "ok" }]);
    expect((await fetch(`${url}/rpc`, { method: "POST", body: rpc("stats", {}) })).status).toBe(503);
    gate.open();
    expect(await answer).toMatchObject({ scores: { held: [1] } });
    expect(await code).toBe(0);
  });
});

describe("spans", () => {
  it("go to the SDK that the process was started with", async () => {
    const spans = join(mkdtempSync(join(tmpdir(), "grpo-rewards-")), "spans.json");
    const env = {
      OTEL_SERVICE_NAME: "rewards",
      SPANS: spans,
      NODE_OPTIONS: `--import ${fixture("tracing.mjs")}`,
    };
    const server = new ListeningServer(["--http", "0", "--threads", "0"], env);
    const url = await server.listening("url");
    await call(url, "score", accuracyOf(["\\boxed{4}", "a secret"], ["4", "4"]));
    await server.end();
    const [span, ...others] = JSON.parse(readFileSync(spans, "utf8")) as unknown[];
    expect(others).toEqual([]);
    expect(span).toMatchObject({
      name: "rl.reward",
      attributes: { "rl.reward.names": ["accuracy"], "rl.reward.items": 2, "rl.reward.timeouts": 0 },
    });
  });
});
