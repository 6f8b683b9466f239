import { describe, expect, it } from "vitest";
import { defineReward } from "../../../src/rewards/define-reward.js";
import { createRegistry } from "../../../src/rewards/registry.js";
import { createDispatcher, type Session } from "../../../src/server/dispatch.js";

const waiting = defineReward({
  name: "waiting",
  summary: "Waits until it is told to stop.",
  range: [0, 1],
  rollout:
    () =>
    (_, { signal }) =>
      new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(1))),
});

function open(onShutdown?: () => void): Session {
  const registry = createRegistry([waiting]);
  return createDispatcher({ registry, version: "0.0.0", ...(onShutdown && { onShutdown }) }).openSession();
}

const message = (id: number, method: string, params: object = {}): string =>
  JSON.stringify({ jsonrpc: "2.0", id, method, params });

const scoring = { rewards: [{ name: "waiting" }], completions: ["a"] };

describe("createDispatcher", () => {
  it("needs no stream: text in, text out", async () => {
    const reply = await open().receive(message(1, "rewards/list"));
    expect(JSON.parse(reply ?? "")).toMatchObject({ id: 1, result: { rewards: [{ name: "waiting" }] } });
  });

  it("answers no notification", async () => {
    expect(await open().receive('{"jsonrpc":"2.0","method":"rewards/list","params":{}}')).toBeNull();
    expect(await open().receive('{"jsonrpc":"2.0","method":"nothing"}')).toBeNull();
  });

  it("closing a session cancels what it has in flight, and no other session's", async () => {
    const registry = createRegistry([waiting]);
    const dispatcher = createDispatcher({ registry, version: "0.0.0" });
    const [mine, other] = [dispatcher.openSession(), dispatcher.openSession()];
    const cancelled = mine.receive(message(1, "score", scoring));
    const kept = other.receive(message(1, "score", { ...scoring, itemTimeoutMs: 50 }));
    mine.close();
    expect(JSON.parse((await cancelled) ?? "")).toMatchObject({ error: { code: -32800 } });
    expect(JSON.parse((await kept) ?? "")).toMatchObject({
      result: { status: { waiting: { 0: "system:timeout" } } },
    });
  });

  it("answers shutdown before it shuts down", async () => {
    const events: string[] = [];
    await new Promise<void>((resolve) => {
      const session = open(() => {
        events.push("shutdown");
        resolve();
      });
      void session.receive(message(1, "shutdown")).then(() => events.push("answered"));
    });
    expect(events).toEqual(["answered", "shutdown"]);
  });
});
