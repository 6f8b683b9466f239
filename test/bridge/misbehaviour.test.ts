import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServerProcess, USER_REWARDS } from "./server-process.js";

let server: ServerProcess;
beforeAll(() => (server = new ServerProcess(["--rewards", USER_REWARDS], "socket")));
afterAll(() => server.end());

const scoreWith = (name: string, extra: object = {}): ReturnType<ServerProcess["call"]> =>
  server.call("score", { rewards: [{ name }], completions: ["a", "b"], groups: [0, 0], ...extra });

describe("a user's reward that misbehaves costs its own scores and nothing else", () => {
  it.each([
    ["throwing", {}, "system:threw: out of luck"],
    ["unreadable", {}, "system:threw: an unreadable value"],
    ["trapped", {}, "system:threw: a trap"],
    ["infinite", {}, "system:not_finite"],
    ["miscounting", {}, "system:wrong_count"],
    ["endless", { itemTimeoutMs: 20 }, "system:timeout"],
    ["endless", { deadlineMs: 20 }, "system:deadline"],
  ])("%s %j", async (name, limits, status) => {
    const { result } = await scoreWith(name, limits);
    expect(result?.scores).toEqual({ [name]: [null, null] });
    expect(result?.status).toEqual({ [name]: { "0": status, "1": status } });
    const timeouts = status === "system:timeout" ? 2 : 0;
    expect(result?.metrics).toEqual({ [`${name}.nulls`]: 2, [`${name}.timeouts`]: timeouts });
  });

  it("an unawaited rejection is reported, and the server goes on", async () => {
    expect((await scoreWith("stray")).result?.scores).toEqual({ stray: [1, 1] });
    expect((await scoreWith("echo")).result?.extra).toEqual({ "echo.text": ["a", "b"] });
    expect(server.stderr).toContain("nobody awaits this");
  });

  it("an exception in a timer is reported, and the server goes on", async () => {
    expect((await scoreWith("late")).result?.scores).toEqual({ late: [1, 1] });
    expect(server.stderr).toContain("late failure");
  });

  it("what it logs that JSON cannot hold is null", async () => {
    const { result } = await scoreWith("overfull");
    expect(result?.scores).toEqual({ overfull: [1, 1] });
    expect(result?.extra).toEqual({ "overfull.big": [null, null], "overfull.cyclic": [null, null] });
  });

  it("it cannot change what the next reward sees", async () => {
    const { result } = await server.call("score", {
      rewards: [{ name: "mutating" }, { name: "accuracy" }],
      completions: ["I give up", [{ role: "assistant", content: "\\boxed{5}" }]],
      columns: { solution: ["4", "4"] },
    });
    expect(result?.scores).toEqual({ mutating: [null, null], accuracy: [0, 0] });
  });

  it("a sibling reward in the same request keeps its scores", async () => {
    const { result } = await server.call("score", {
      rewards: [{ name: "throwing" }, { name: "tag_count" }],
      completions: ["<think>\n"],
    });
    expect(result?.scores).toEqual({ throwing: [null], tag_count: [0.25] });
  });
});

describe("cancellation", () => {
  it("a cancelled request answers -32800, and others are served meanwhile", async () => {
    const slow = server.request("score", { rewards: [{ name: "endless" }], completions: ["a"] });
    expect((await server.call("rewards/list", {})).result).toBeDefined();
    server.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: slow } }));
    const { id, error } = await server.receive();
    expect({ id, code: error?.code }).toEqual({ id: slow, code: -32800 });
  });

  it("cancelling what is not in flight is ignored", async () => {
    server.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: 12345 } }));
    server.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest" }));
    expect((await server.call("rewards/list", {})).result).toBeDefined();
  });
});

describe("standard output belongs to the protocol", () => {
  it("what a reward prints goes to standard error", async () => {
    const onStdio = new ServerProcess(["--rewards", USER_REWARDS]);
    const { result } = await onStdio.call("score", { rewards: [{ name: "noisy" }], completions: ["a"] });
    expect(result?.scores).toEqual({ noisy: [1] });
    expect(await onStdio.end()).toBe(0);
    expect(onStdio.stderr).toContain("forged");
    expect(onStdio.stderr).toContain("not a frame");
  });
});
