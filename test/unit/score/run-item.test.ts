import { describe, expect, it } from "vitest";
import { RewardError } from "../../../src/core/index.js";
import { runItem, toResult } from "../../../src/score/run-item.js";

const forever = new Promise<never>(() => undefined);
const limits = { signal: new AbortController().signal, itemTimeoutMs: 60_000 };

function thrown(error: unknown): never {
  throw error;
}

describe("toResult", () => {
  it.each([0, -1, 0.5, null])("takes the score %j", (score) => {
    expect(toResult(score)).toEqual({ score });
  });

  it("takes a score with its reasons", () => {
    const result = { score: 1, verdict: { status: "correct", by: "x" }, extra: { n: 1 } };
    expect(toResult(result)).toEqual(result);
  });

  it.each([
    [Number.NaN, "not_finite"],
    [Number.POSITIVE_INFINITY, "not_finite"],
    [{ score: Number.NaN }, "not_finite"],
    [undefined, "returned_undefined"],
    [true, "returned_boolean"],
    ["1", "returned_string"],
    [1n, "returned_bigint"],
    [{}, "returned_undefined"],
    [{ score: "1" }, "returned_string"],
    [[1], "returned_undefined"],
  ])("turns %o into null with the reason %s", (outcome, reason) => {
    expect(toResult(outcome)).toEqual({
      score: null,
      verdict: { status: "undetermined", fault: "system", reason },
    });
  });
});

describe("runItem", () => {
  it("returns what the reward returned, at once or later", async () => {
    expect(await runItem(() => 1, limits)).toEqual({ value: 1 });
    expect(await runItem(() => Promise.resolve([1, null]), limits)).toEqual({ value: [1, null] });
  });

  it("hands the signal to the reward", async () => {
    const outcome = await runItem(({ signal }) => Number(signal === limits.signal), limits);
    expect(outcome).toEqual({ value: 1 });
  });

  it.each([
    ["an error", new Error("broken"), "threw: broken"],
    ["something else", "broken", "threw: broken"],
    ["a long message", new Error("x".repeat(1000)), `threw: ${"x".repeat(200)}`],
  ])("turns %s into a reason", async (_case, error, fault) => {
    expect(await runItem(() => thrown(error), limits)).toEqual({ fault });
    expect(await runItem(() => Promise.resolve().then(() => thrown(error)), limits)).toEqual({ fault });
  });

  it("lets a RewardError through: it is the caller's mistake", async () => {
    const error = new RewardError("missing_column", "no tokens");
    expect(() => runItem(() => thrown(error), limits)).toThrow(error);
    await expect(runItem(() => Promise.reject(error), limits)).rejects.toBe(error);
  });

  it("gives up on an item that takes too long", async () => {
    expect(await runItem(() => forever, { ...limits, itemTimeoutMs: 1 })).toEqual({ fault: "timeout" });
  });

  it("gives up on an item when the signal is aborted", async () => {
    const controller = new AbortController();
    const outcome = runItem(() => forever, { ...limits, signal: controller.signal });
    controller.abort();
    expect(await outcome).toEqual({ fault: "deadline" });
  });

  it("blames the deadline for what an aborted item throws", async () => {
    const controller = new AbortController();
    const call = ({ signal }: { signal: AbortSignal }): Promise<number> =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted fetch")));
      });
    const outcome = runItem(call, { ...limits, signal: controller.signal });
    controller.abort();
    expect(await outcome).toEqual({ fault: "deadline" });
  });
});
