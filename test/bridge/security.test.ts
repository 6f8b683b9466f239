import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ListeningServer } from "./listening-server.js";
import { ServerProcess } from "./server-process.js";

const SECRET = "a text that nobody may read in a log";

/** The status of the answer to a request with any headers, which fetch would not send. */
function post(url: string, headers: Record<string, string>, body: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: "POST", headers: { "content-type": "application/json", ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

const list = { jsonrpc: "2.0", id: 1, method: "rewards/list" };

describe("who may ask", () => {
  let url = "";
  const server = new ListeningServer(["--http", "0", "--allowed-host", "rewards.local"]);
  beforeAll(async () => {
    url = await server.listening("url");
  });
  afterAll(() => server.end());

  it("listens on the loopback interface unless told otherwise", () => {
    expect(new URL(url).hostname).toBe("127.0.0.1");
  });

  it.each([
    [{ host: "127.0.0.1" }, 200],
    [{ host: "rewards.local" }, 200],
    [{ host: "attacker.example" }, 403],
    [{ host: "127.0.0.1", origin: "http://attacker.example" }, 403],
    [{ host: "127.0.0.1", origin: "null" }, 403],
  ])("a request with %j gets status %d", async (headers, status) => {
    expect(await post(`${url}/rpc`, headers, list)).toBe(status);
    const sample = { prompt: "", response: "\\boxed{1}", label: "1" };
    expect(await post(`${url}/slime/accuracy`, headers, sample)).toBe(status);
  });
});

describe("the server's environment", () => {
  const server = new ListeningServer(["--http", "0", "--allowed-variable", "HOME"]);
  let url = "";
  beforeAll(async () => {
    url = await server.listening("url");
  });
  afterAll(() => server.end());

  it.each([
    [{ name: "remote", options: { url: "http://127.0.0.1:9/", headersEnv: { a: "PATH" } } }, "PATH"],
    [{ gate: ["accuracy", { name: "llm_judge", options: { apiKeyEnv: "SECRET" } }] }, "SECRET"],
    [{ name: "remote", options: { url: "http://127.0.0.1:9/", headersEnv: { a: "HOME" } } }, null],
  ])("%j", async (reward, refused) => {
    const params = { rewards: [reward], completions: [], columns: { solution: [] } };
    const answer = await fetch(`${url}/rpc`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "score", params }),
    });
    const { error } = (await answer.json()) as { error?: { message: string } };
    const name = /names the environment variable (\w+)/.exec(error?.message ?? "")?.[1] ?? null;
    expect(name).toBe(refused);
  });
});

describe("what is logged", () => {
  const server = new ListeningServer(["--http", "0"]);
  let url = "";
  beforeAll(async () => {
    url = await server.listening("url");
  });
  afterAll(() => server.end());

  it.each([
    ["/slime/nosuch", { prompt: SECRET, response: SECRET, label: SECRET }, 404, "POST /slime/:reward"],
    ["/slime/accuracy", { prompt: SECRET }, 400, "POST /slime/:reward"],
    ["/openrlhf/accuracy", { query: [SECRET], prompts: [SECRET], labels: [] }, 422, "POST /openrlhf/:reward"],
    ["/nosuch", { prompt: SECRET }, 404, "POST (no such URL)"],
  ])(
    "a request to %s that is answered with an error, without its texts",
    async (path, body, status, route) => {
      const before = server.stderr.length;
      expect(await post(url + path, {}, body)).toBe(status);
      await expect.poll(() => server.stderr.slice(before)).toContain('"msg":"request failed"');
      const line = JSON.parse(server.stderr.slice(before)) as Record<string, unknown>;
      expect(line).toMatchObject({ method: route, code: status });
      expect(line.reason).not.toBe("");
      expect(server.stderr).not.toContain(SECRET);
    },
  );

  it.each([
    { completions: [SECRET], columns: { n_tokens: [SECRET] } },
    { completions: [SECRET], columns: { truncated: [[SECRET]] } },
    { completions: [SECRET], columns: { prompt: [{ [SECRET]: SECRET }] } },
    { completions: [{ content: SECRET }] },
    { completions: [SECRET], groups: [SECRET], advantages: {} },
  ])("a request that is wrong, without its texts: %j", async (wrong) => {
    const params = { rewards: ["tag_count"], ...wrong };
    const before = server.stderr.length;
    await post(`${url}/rpc`, {}, { jsonrpc: "2.0", id: 1, method: "score", params });
    await post(`${url}/nosuch`, {}, {});
    await expect.poll(() => server.stderr.slice(before)).toContain("no such URL");
    expect(server.stderr).not.toContain(SECRET);
  });
});

describe("what a request may name", () => {
  const folder = mkdtempSync(join(tmpdir(), "grpo-rewards-"));
  const marker = join(folder, "loaded");
  const module = join(folder, "evil.mjs");
  const configuration = join(folder, "evil.json");
  writeFileSync(
    module,
    `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(marker)}, "");`,
  );
  writeFileSync(configuration, JSON.stringify({ rewards: { evil: "accuracy" } }));
  const server = new ServerProcess();
  afterAll(() => server.end());

  it.each([
    [module],
    [{ name: module }],
    [{ name: `file://${module}` }],
    [configuration],
    [{ gate: [module, "accuracy"] }],
    [{ name: "accuracy", options: { module } }],
    [{ rewards: module }],
    [{ name: "__proto__" }],
    [{ name: "constructor" }],
    [{ constructor: ["accuracy"] }],
  ])("is a reward by its name, never a file: %j", async (spec) => {
    const params = { rewards: [spec], completions: ["a"], columns: { solution: ["1"] } };
    const { error } = await server.call("score", params);
    expect([-32001, -32002, -32602]).toContain(error?.code);
    expect(existsSync(marker)).toBe(false);
  });
});

describe("how much a request may hold", () => {
  const params = { rewards: Array.from({ length: 1001 }, () => "accuracy"), completions: [] };

  it("is limited by count on standard input", async () => {
    const server = new ServerProcess();
    const { error } = await server.call("score", params);
    expect(error?.message).toContain("rewards must NOT have more than 1000 items");
    const many = await server.call("score", {
      rewards: ["tag_count"],
      completions: Array.from({ length: 1_000_001 }, () => ""),
    });
    expect(many.error?.message).toContain("completions must NOT have more than 1000000 items");
    await server.end();
  });

  it("is limited by count over HTTP", async () => {
    const server = new ListeningServer(["--http", "0"]);
    const url = await server.listening("url");
    const body = { query: Array.from({ length: 1_000_001 }, () => ""), prompts: [], labels: [] };
    expect(await post(`${url}/openrlhf/accuracy`, {}, body)).toBe(400);
    await server.end();
  });
});
