import { describe, expect, it } from "vitest";
import { requestSender, type SendRequest } from "../../../../src/http/index.js";
import { e2b } from "../../../../src/sandbox/remote/e2b.js";
import { type RemoteEngine, sendAtHome } from "../../../../src/sandbox/remote/engine.js";
import { type Answer, type LocalServer, serveLocally } from "../../http/local-server.js";
import { going, task } from "./service.js";

const SANDBOX = { sandboxID: "s1", domain: "e2b.test", envdAccessToken: "t1" };

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** What the interpreter streams when its program has printed this. */
const printed = (text: string): Answer => ({
  text: [
    { type: "number_of_executions", execution_count: 1 },
    { type: "stdout", text: text.slice(0, 10), timestamp: "" },
    { type: "stdout", text: text.slice(10), timestamp: "" },
  ]
    .map((event) => JSON.stringify(event))
    .join("\n"),
});

const report = (fields: object): Answer =>
  printed(JSON.stringify({ code: 0, wall: 0.5, out: "", err: "", ...fields }));

const serve = (execution: Answer, created: Answer = { status: 201, json: SANDBOX }): Promise<LocalServer> =>
  serveLocally(({ method, path }) => {
    if (method === "DELETE") return { status: 204, text: "" };
    return path === "/sandboxes" ? created : execution;
  });

/** E2B at a server of this machine, where no name leads. */
function openHere(root: string): RemoteEngine {
  const send = requestSender({
    headers: {},
    timeoutMs: 10_000,
    retries: 0,
    concurrency: 4,
  });
  const here: SendRequest = (request, signal) => {
    const { hostname, pathname } = request.url;
    const isSandbox = hostname === "49999-s1.e2b.test";
    return send({ ...request, url: new URL(isSandbox ? `${root}/sandbox${pathname}` : request.url) }, signal);
  };
  return e2b({ send: sendAtHome(here, root, { "X-API-Key": "k" }), root, outputBytes: Infinity });
}

describe("E2B", () => {
  it("runs each program in a sandbox of its own, which is deleted", async () => {
    await using server = await serve(report({ out: base64("hé\n"), err: base64("e") }));
    expect(await openHere(server.url).run(task(), going)).toEqual({
      ended: "itself",
      exitCode: 0,
      stdout: "hé\n",
      stderr: "e",
      wallMs: 500,
    });
    const [created, executed, deleted] = server.received;
    expect(created).toMatchObject({
      path: "/sandboxes",
      headers: { "x-api-key": "k" },
      body: { templateID: "code-interpreter-v1", timeout: 32, allow_internet_access: false },
    });
    expect(executed).toMatchObject({
      path: "/sandbox/execute",
      headers: { "x-access-token": "t1", "e2b-sandbox-id": "s1", "e2b-sandbox-port": "49999" },
      body: { language: "python", code: expect.stringContaining("print(1)") as string },
    });
    // A program could read what its sandbox is sent.
    expect(executed?.headers).not.toHaveProperty("x-api-key");
    expect(deleted).toMatchObject({ method: "DELETE", path: "/sandboxes/s1" });
  });

  it.each<[string, Answer, object]>([
    ["an exit code", report({ code: 3 }), { ended: "itself", exitCode: 3 }],
    ["a signal", report({ code: -9 }), { ended: "itself", exitCode: null }],
    ["a timeout", report({ code: null }), { ended: "timeout" }],
    [
      "an error of the interpreter",
      { text: JSON.stringify({ type: "error", name: "OSError", value: "no space", traceback: "" }) },
      { outage: "the program could not be started: no space" },
    ],
    ["a sandbox that has ended", { status: 502, text: "gone" }, { outage: "status 502: gone" }],
    [
      "a report that is none",
      printed("what a program wrote"),
      { outage: "the program's end was not reported" },
    ],
    ["lines that are no JSON", { text: "<html>\n</html>" }, { outage: "the program's end was not reported" }],
  ])("tells %s, and deletes the sandbox", async (_case, execution, expected) => {
    await using server = await serve(execution);
    expect(await openHere(server.url).run(task(), going)).toMatchObject(expected);
    expect(server.received.at(-1)).toMatchObject({ method: "DELETE", path: "/sandboxes/s1" });
  });

  it.each<[string, Answer]>([
    ["no more sandboxes", { status: 429, text: "quota" }],
    ["a reply without one", { status: 201, json: {} }],
  ])("reports an outage for %s", async (_case, created) => {
    await using server = await serve(report({}), created);
    expect(await openHere(server.url).run(task(), going)).toHaveProperty("outage");
    expect(server.received).toHaveLength(1);
  });
});
