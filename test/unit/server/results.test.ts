import { describe, expect, it } from "vitest";
import { builtinRewards } from "../../../src/rewards/index.js";
import { createRegistry } from "../../../src/rewards/registry.js";
import { compileSchema } from "../../../src/schema/index.js";
import { createDispatcher } from "../../../src/server/dispatch.js";
import { type MethodName, protocol } from "../../../src/server/protocol.js";
import { notificationSchemas, resultSchemas } from "../../../src/server/results.js";

const scoring = {
  rewards: [
    { name: "accuracy", weight: 1 },
    { gate: ["think_format", "length"], key: "gated", weight: 0.5 },
  ],
  completions: ["\\boxed{4}", "", "<think>a</think>\\boxed{4}", "\\boxed{5}"],
  columns: { solution: ["4", "4", null, "5"] },
  groups: [0, 0, 1, 1],
  advantages: { estimator: "grpo" },
};

/** Requests whose results have every member that there is. */
const requests: readonly (readonly [MethodName, object])[] = [
  ["initialize", { protocol: 1 }],
  ["rewards/list", {}],
  ["score", { rewards: ["think_format"], completions: [""], detail: "scores" }],
  ["score", scoring],
  ["score", { ...scoring, detail: "full", partial: true }],
  ["advantages", { rewards: [1, 0, null], groups: ["a", "a", "b"] }],
  ["stats", {}],
  ["rpc.discover", {}],
  ["shutdown", {}],
];

describe("the schemas of results", () => {
  it("are tried on every method", () => {
    expect([...new Set(requests.map(([method]) => method))]).toEqual(Object.keys(protocol));
  });

  it("describe what the methods return, and what the server sends meanwhile", async () => {
    const registry = createRegistry(builtinRewards);
    const dispatcher = createDispatcher({ registry, version: "0.0.0", onShutdown: () => undefined });
    const session = dispatcher.openSession({ takesFrames: true });
    const notifications: { method: string; params: unknown }[] = [];
    const notify = (text: string): boolean => notifications.push(JSON.parse(text) as never) > 0;
    for (const [method, params] of requests) {
      const message = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
      const { result } = JSON.parse((await session.receive(message, notify)) ?? "") as { result: unknown };
      expect(compileSchema(resultSchemas[method])(result), method).toBeNull();
    }
    expect(notifications.length).toBeGreaterThan(0);
    for (const { method, params } of notifications) {
      expect(compileSchema(notificationSchemas[method] ?? { not: {} })(params), method).toBeNull();
    }
  });
});
