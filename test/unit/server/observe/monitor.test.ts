import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { undetermined } from "../../../../src/core/index.js";
import { createMonitor } from "../../../../src/server/observe/monitor.js";

const TIMING = { queueMs: 1, workMs: 10 };

describe("createMonitor", () => {
  it("counts scores by status, and those that are missing by whose time was over", () => {
    const monitor = createMonitor();
    const fault = (reason: string) => ({ score: null, verdict: undetermined("system", reason) });
    const results = [
      { score: 1 },
      { score: 0, verdict: undetermined("candidate", "no_answer") },
      { score: null, verdict: undetermined("reference", "missing") },
      { score: null },
      fault("timeout"),
      fault("timeout"),
      fault("deadline"),
      fault("threw: what a model wrote"),
    ];
    monitor.scored?.({ results: new Map([["a", results]]), timings: new Map([["a", [2, 4]]]), ...TIMING });
    const { rewards, batches } = monitor.stats();
    expect(rewards.a).toMatchObject({
      items: {
        scored: 2,
        reference: 1,
        null: 1,
        "system:timeout": 2,
        "system:deadline": 1,
        system: 1,
      },
      timeouts: { item: 2, request: 1 },
      itemSeconds: { count: 2, sum: expect.closeTo(0.006, 6) as number },
      values: { count: 2, sum: 1 },
    });
    expect(batches.workSeconds).toMatchObject({ count: 1, sum: 0.01 });
    expect(JSON.stringify(monitor.stats())).not.toContain("what a model wrote");
  });

  it("keeps apart only so many keys, since clients choose them", () => {
    const monitor = createMonitor();
    for (let i = 0; i < 1000; i++) {
      monitor.scored?.({ results: new Map([[`key-${i}`, [{ score: 1 }]]]), timings: new Map(), ...TIMING });
    }
    const { rewards } = monitor.stats();
    expect(Object.keys(rewards).length).toBeLessThanOrEqual(201);
    expect(rewards.other?.items.scored).toBe(800);
  });

  it("counts requests in flight, and answers by method and code", () => {
    const monitor = createMonitor();
    const answer = { method: "score", ms: 1 };
    monitor.received?.();
    monitor.received?.();
    monitor.answered?.({ ...answer, error: { code: -32602, message: "no" } });
    expect(monitor.stats().requests).toEqual({ inFlight: 1, answered: { score: { "-32602": 1 } } });
    monitor.answered?.({ ...answer, error: null });
    expect(monitor.stats().requests).toEqual({ inFlight: 0, answered: { score: { "-32602": 1, ok: 1 } } });
  });

  it("counts the bytes of streams, open ones and closed ones", () => {
    const monitor = createMonitor();
    const stream = () => Object.assign(new EventEmitter(), { bytesRead: 0, bytesWritten: 0 });
    const [closed, open] = [stream(), stream()];
    for (const each of [closed, open]) monitor.watch(each);
    Object.assign(closed, { bytesRead: 10, bytesWritten: 1 }).emit("close");
    Object.assign(open, { bytesRead: 5, bytesWritten: 2 });
    expect(monitor.stats().bytes).toEqual({ received: 15, sent: 3 });
  });
});
