import { availableParallelism } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServerProcess, USER_REWARDS } from "./server-process.js";

describe.each(["thread", "process"])("isolation: %s", (isolation) => {
  const flags = ["--rewards", USER_REWARDS, "--isolation", isolation];
  let server: ServerProcess;
  beforeAll(() => (server = new ServerProcess(flags, "socket")));
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
      await expect.poll(() => server.stderr).toContain("nobody awaits this");
    });

    it("an exception in a timer is reported, and the server goes on", async () => {
      expect((await scoreWith("late")).result?.scores).toEqual({ late: [1, 1] });
      await expect.poll(() => server.stderr).toContain("late failure");
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

    it.each([
      { rewards: ["looking", "meddling", "relabelling"] },
      { rewards: ["meddling", "relabelling", "looking"] },
    ])("it cannot change columns or messages: %j", async ({ rewards }) => {
      const tests = { cases: ["given"] };
      const message = { role: "assistant", content: "said" };
      const { result } = await server.call("score", {
        rewards,
        completions: ["a", [message]],
        columns: { tests: { values: [tests], index: [0, 0] } },
      });
      expect(result?.extra).toEqual({
        "looking.seen": [JSON.stringify([{ tests }, "a"]), JSON.stringify([{ tests }, [message]])],
      });
    });

    it("a sibling reward in the same request keeps its scores", async () => {
      const { result } = await server.call("score", {
        rewards: [{ name: "throwing" }, { name: "tag_count" }],
        completions: ["<think>\n"],
      });
      expect(result?.scores).toEqual({ throwing: [null], tag_count: [0.25] });
    });
  });

  describe("a user's reward that holds or ends its thread", () => {
    const manyA = Array.from({ length: 40 }, () => "a");
    const completions = [...manyA, "b", ...manyA];
    const expected = completions.map((text) => (text === "a" ? 1 : null));

    it.each([
      ["hangs_on_b", "system:timeout"],
      ["ends_on_b", "system:crashed"],
      ["hangs_later_on_b", "system:timeout"],
      ["ends_later_on_b", "system:crashed"],
    ])("%s: one completion has %s, all others their scores", async (name, status) => {
      const { result } = await server.call("score", {
        rewards: [name],
        completions,
        itemTimeoutMs: 3000,
      });
      expect(result?.scores).toEqual({ [name]: expected });
      expect(result?.status).toEqual({ [name]: { "40": status } });
    });

    it("others of the same request have their scores while one hangs", async () => {
      const params = { rewards: ["hangs_on_b"], completions, itemTimeoutMs: 600_000, partial: true };
      const id = server.request("score", params);
      const told = new Set<unknown>();
      while (told.size < completions.length - 1) {
        for (const row of (await server.receive()).params?.rows as number[]) told.add(row);
      }
      expect(told).not.toContain(40);
      await server.cancel(id);
    });

    it("the time of each counts from its own start, however many there are before it", async () => {
      const texts = Array.from({ length: 300 * availableParallelism() }, (_, i) => String(i));
      const params = { rewards: ["slow"], completions: texts, itemTimeoutMs: 2000 };
      const { result } = await server.call("score", params);
      expect(result?.scores).toEqual({ slow: texts.map(Number) });
      expect((result?.timing as { readonly workMs: number }).workMs).toBeGreaterThan(2000);
    });

    it("what never returns is waited for once, from its start", async () => {
      await server.call("score", { rewards: ["echo"], completions: ["a"] });
      const params = { rewards: ["hangs_on_b"], completions: ["b"], itemTimeoutMs: 3000 };
      const { workMs } = (await server.call("score", params)).result?.timing as { readonly workMs: number };
      expect(workMs).toBeGreaterThanOrEqual(3000);
      expect(workMs).toBeLessThan(6000);
    });

    it("others are answered meanwhile", async () => {
      const hanging = server.request("score", {
        rewards: ["hangs_on_b"],
        completions: ["b"],
        itemTimeoutMs: 600_000,
      });
      const others = Array.from({ length: 5 }, () =>
        server.request("score", { rewards: ["echo"], completions: ["x"] }),
      );
      const order: unknown[] = [];
      for (let i = 0; i < 5; i++) order.push((await server.receive()).id);
      expect(order).toEqual(others);
      server.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: hanging } }));
      expect(await server.receive()).toMatchObject({ id: hanging, error: { code: -32800 } });
    });

    it("a deadline and a cancellation end the wait for it", async () => {
      const limited = await server.call("score", {
        rewards: ["hangs_on_b"],
        completions: ["b"],
        deadlineMs: 300,
      });
      expect(limited.result?.scores).toEqual({ hangs_on_b: [null] });
      expect(limited.result?.status).toEqual({ hangs_on_b: { "0": "system:deadline" } });
      const id = server.request("score", {
        rewards: ["hangs_on_b"],
        completions: ["b"],
        itemTimeoutMs: 60_000,
      });
      server.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id } }));
      expect((await server.receive()).error?.code).toBe(-32800);
    });
  });

  describe("a single thread", () => {
    const hang = { rewards: ["hangs_on_b"], completions: ["b"], itemTimeoutMs: 60_000 };
    const echo = { rewards: ["echo"], completions: ["x"] };

    it("is not held by what was cancelled or is past its deadline", async () => {
      const single = new ServerProcess([...flags, "--threads", "1"], "socket");
      for (let i = 0; i < 3; i++) {
        const id = single.request("score", hang);
        single.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id } }));
        expect((await single.receive()).error?.code).toBe(-32800);
        const late = await single.call("score", { ...hang, deadlineMs: 200 });
        expect(late.result?.status).toEqual({ hangs_on_b: { "0": "system:deadline" } });
        expect((await single.call("score", echo)).result?.scores).toEqual({ echo: [1] });
      }
      await single.end();
    });

    it("is joined by another while it is held", async () => {
      const single = new ServerProcess([...flags, "--threads", "1"], "socket");
      single.request("score", hang);
      expect((await single.call("score", echo)).result?.scores).toEqual({ echo: [1] });
      await single.end();
    });
  });

  describe("what crosses to the threads", () => {
    it("texts of every kind, and conversations", async () => {
      const texts = ["", "plain", "naïve", "日本語", "😀", "\ud800 alone", "a\u0000b"];
      const conversation = [{ role: "assistant", content: "said" }];
      const { result } = await server.call("score", {
        rewards: ["echo"],
        completions: [...texts, conversation],
      });
      expect(result?.extra).toEqual({ "echo.text": [...texts, "said"] });
    });

    it("a composition of built-in rewards and a user's", async () => {
      const { result } = await server.call("score", {
        rewards: [{ gate: ["echo", "tag_count"], key: "both" }, "accuracy"],
        completions: ["<think>\n", "\\boxed{4}"],
        columns: { solution: ["4", "4"] },
      });
      expect(result?.scores).toMatchObject({ "both.tag_count": [0.25, 0], accuracy: [0, 1] });
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
      const onStdio = new ServerProcess(flags);
      const { result } = await onStdio.call("score", { rewards: [{ name: "noisy" }], completions: ["a"] });
      expect(result?.scores).toEqual({ noisy: [1] });
      expect(await onStdio.end()).toBe(0);
      await expect.poll(() => onStdio.stderr).toContain("forged");
      await expect.poll(() => onStdio.stderr).toContain("not a frame");
    });
  });
});
