import { trace } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterEach, describe, expect, it } from "vitest";
import { builtinRewards } from "../../../../src/rewards/index.js";
import { createRegistry } from "../../../../src/rewards/registry.js";
import { createDispatcher } from "../../../../src/server/dispatch.js";
import { spanObservers } from "../../../../src/server/observe/spans.js";
import { observers } from "../../../../src/server/observe/observer.js";

afterEach(() => {
  trace.disable();
});

async function scoreOnce(env: NodeJS.ProcessEnv): Promise<InMemorySpanExporter> {
  const exporter = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  const registry = createRegistry(builtinRewards);
  const observer = observers(await spanObservers(env));
  const session = createDispatcher({ registry, version: "0", observer }).openSession();
  const params = {
    rewards: ["accuracy", "think_format"],
    completions: ["\\boxed{4}", "a secret"],
    columns: { solution: ["4", null] },
  };
  await session.receive(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "score", params }));
  return exporter;
}

describe("spanObservers", () => {
  it("makes a span of each batch, without any text", async () => {
    const exporter = await scoreOnce({ OTEL_SERVICE_NAME: "rewards" });
    const [span, ...others] = exporter.getFinishedSpans();
    expect(others).toEqual([]);
    expect(span?.name).toBe("rl.reward");
    expect(span?.attributes).toMatchObject({
      "rl.reward.names": ["accuracy", "think_format"],
      "rl.reward.items": 2,
      "rl.reward.nulls": 1,
      "rl.reward.timeouts": 0,
    });
    const [seconds = 0, nanoseconds = 0] = span?.duration ?? [];
    const ms = seconds * 1e3 + nanoseconds / 1e6;
    expect(ms).toBeCloseTo(Number(span?.attributes["rl.reward.duration_ms"]), 2);
    expect(Math.abs(Date.now() / 1000 - (span?.endTime[0] ?? 0))).toBeLessThan(60);
    expect(JSON.stringify(span?.attributes)).not.toMatch(/secret|boxed/);
  });

  it.each([
    ["is not configured", {}],
    ["is switched off", { OTEL_SERVICE_NAME: "rewards", OTEL_SDK_DISABLED: "true" }],
  ])("makes none where OpenTelemetry %s", async (_when, env) => {
    expect((await scoreOnce(env)).getFinishedSpans()).toEqual([]);
  });
});
