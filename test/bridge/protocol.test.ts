import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServerProcess } from "./server-process.js";

let server: ServerProcess;
beforeAll(() => (server = new ServerProcess()));
afterAll(() => server.end());

const score = (params: object): ReturnType<ServerProcess["call"]> => server.call("score", params);
const accuracy = { name: "accuracy" };

describe("handshake", () => {
  it("agrees on protocol 1 and lists the rewards and what composes them", async () => {
    const { result } = await server.call("initialize", { protocol: 1, client: { name: "test" } });
    expect(result).toMatchObject({ protocol: 1, server: { name: "grpo-rewards" }, maxFrameBytes: 268435456 });
    const names = (result?.rewards as { name: string }[]).map(({ name }) => name);
    expect(names).toContain("accuracy");
    expect(names).toEqual([...names].sort());
    expect(result?.combinators).toContainEqual(
      expect.objectContaining({ name: "rescale", parts: "one", requiredOptions: ["from", "to"] }),
    );
  });

  it("refuses another protocol with the versions of both sides", async () => {
    const { error } = await server.call("initialize", { protocol: 99 });
    expect(error).toMatchObject({ code: -32008, data: { code: "protocol_version" } });
    expect(error?.message).toMatch(/speaks protocol 1, the client 99/);
  });

  it("describes every method as OpenRPC", async () => {
    const { result } = await server.call("rpc.discover", {});
    const methods = result?.methods as { name: string; params: { name: string; required: boolean }[] }[];
    expect(methods.map(({ name }) => name)).toEqual([
      "initialize",
      "rewards/list",
      "score",
      "advantages",
      "stats",
      "rpc.discover",
      "shutdown",
    ]);
    const scoreParams = methods.find(({ name }) => name === "score")?.params ?? [];
    expect(scoreParams.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      "rewards",
      "completions",
    ]);
  });
});

describe("score", () => {
  it("returns scores, rewards, advantages and statuses in request order", async () => {
    const { result } = await score({
      rewards: [
        { name: "accuracy", weight: 1 },
        { name: "think_format", weight: 0.5 },
      ],
      completions: [
        "I do not know it.",
        [{ role: "assistant", content: "<think>\n2 + 2\n</think>\\boxed{4}" }],
        "\\boxed{4}",
      ],
      columns: { solution: { values: ["4", null], index: [0, 0, 1] } },
      groups: ["a", "a", "b"],
      advantages: { preset: "trl" },
    });
    expect(result?.scores).toEqual({ accuracy: [0, 1, null], think_format: [0, 1, 0] });
    expect(result?.rewards).toEqual([0, 1.5, 0]);
    const [low = NaN, high = NaN, alone] = result?.advantages as number[];
    expect(low).toBeCloseTo(-high, 12);
    expect(high).toBeCloseTo(0.75 / (Math.sqrt(1.125) + 1e-4), 12);
    expect(alone).toBe(0);
    expect(result?.status).toEqual({
      accuracy: { "0": "candidate:no_answer", "2": "reference:missing" },
      think_format: {},
    });
    expect(result?.extra).toEqual({ "accuracy.extracted": [null, "4", null] });
  });

  it("has the same keys for a batch in which everything failed as for one in which nothing did", async () => {
    const keys = async (solution: string | null): Promise<string[][]> => {
      const { result } = await score({
        rewards: [accuracy],
        completions: ["\\boxed{1}"],
        columns: { solution: [solution] },
      });
      return [result ?? {}, result?.extra ?? {}, result?.metrics ?? {}].map((part) => Object.keys(part));
    };
    expect(await keys(null)).toEqual(await keys("1"));
  });

  it("gives verdicts only when asked for full detail, and neither status nor extra for scores", async () => {
    const batch = { rewards: [accuracy], completions: ["\\boxed{1}"], columns: { solution: ["1"] } };
    const { result: full } = await score({ ...batch, detail: "full" });
    expect(full?.verdicts).toEqual({ accuracy: [{ status: "correct", by: "normalized_text" }] });
    const { result: bare } = await score({ ...batch, detail: "scores" });
    expect(Object.keys(bare ?? {})).toEqual(["scores", "metrics", "timing"]);
  });

  it("runs one reward twice under two keys", async () => {
    const { result } = await score({
      rewards: [
        { name: "soft_overlong_punishment", key: "short", options: { maxLength: 10, cache: 0 } },
        { name: "soft_overlong_punishment", key: "long", options: { maxLength: 100, cache: 0 } },
      ],
      completions: ["x"],
      columns: { n_tokens: [50] },
    });
    expect(result?.scores).toEqual({ short: [-1], long: [0] });
  });

  it("scores a composition under its key, and its parts under theirs", async () => {
    const { result } = await score({
      rewards: [{ gate: ["think_format", "accuracy"], key: "answer", weight: 2 }, "tag_count"],
      completions: ["<think>r</think>\\boxed{4}", "\\boxed{4}"],
      columns: { solution: ["4", "4"] },
    });
    expect(result?.scores).toEqual({
      answer: [1, 0],
      "answer.think_format": [1, 0],
      "answer.accuracy": [1, null],
      tag_count: [0, 0],
    });
    expect(result?.rewards).toEqual([2, 0]);
    expect(result?.extra).toEqual({ "answer.accuracy.extracted": ["4", null] });
    expect(result?.metrics).toMatchObject({ "answer.nulls": 0, "answer.accuracy.nulls": 0 });
  });

  it("refuses two rewards of one key, and says where a composition is wrong", async () => {
    const batch = { completions: ["x"], columns: { solution: ["4"] } };
    const twice = await score({
      ...batch,
      rewards: ["accuracy", { gate: ["accuracy", "tag_count"], key: "accuracy" }],
    });
    expect(twice.error?.message).toContain('Two rewards have the key "accuracy"');
    const wrong = await score({ ...batch, rewards: [{ gate: ["accuracy", { clamp: 5, max: 1 }] }] });
    expect(wrong.error?.message).toContain(
      "rewards[0].gate[1].clamp: a reward is a text or an object, not 5",
    );
  });

  it("compares the completions of a group for a group reward", async () => {
    const { result } = await score({
      rewards: [{ name: "length" }],
      completions: ["\\boxed{1}", "\\boxed{1} and so on"],
      columns: { solution: ["1", "1"] },
      groups: [7, 7],
    });
    expect(result?.scores).toEqual({ length: [0.5, -0.5] });
  });

  it("carries lone surrogates, NUL and every plane of Unicode", async () => {
    const text = "\\boxed{\ud800\u0000😀}";
    const { result } = await score({
      rewards: [accuracy],
      completions: [text],
      columns: { solution: ["\ud800\u0000😀"] },
    });
    expect(result?.scores).toEqual({ accuracy: [1] });
  });

  it("accepts an empty batch", async () => {
    const { result } = await score({ rewards: [accuracy], completions: [], columns: { solution: [] } });
    expect(result?.scores).toEqual({ accuracy: [] });
  });
});

describe("advantages", () => {
  it("computes GRPO and RLOO for groups in any order", async () => {
    const groups = ["b", "a", "b", "a"];
    const grpo = await server.call("advantages", { rewards: [1, 5, 0, 5], groups, scale: "none" });
    expect(grpo.result).toEqual({ advantages: [0.5, 0, -0.5, 0] });
    const rloo = await server.call("advantages", { rewards: [1, 5, 0, null], groups, estimator: "rloo" });
    expect(rloo.result).toEqual({ advantages: [1, 0, -1, 0] });
  });
});
