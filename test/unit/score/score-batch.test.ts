import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import {
  accuracy,
  type CompositeReward,
  defineReward,
  type GroupReward,
  type RewardContext,
  RewardError,
  type Rollout,
  type RolloutReward,
  tagCount,
  thinkFormat,
  weightedSum,
} from "../../../src/index.js";
import { type Batch, scoreBatch } from "../../../src/score/index.js";

const rollouts = (texts: readonly string[]): Rollout[] =>
  texts.map((text) => ({ task: { columns: {} }, completion: { text } }));

const batchOf = (texts: readonly string[], groups = [texts.map((_, row) => row)]): Batch => ({
  rollouts: rollouts(texts),
  groups,
});

/** A rollout reward that does with each text what `score` says. */
function rolloutReward(
  score: (text: string, context: RewardContext) => unknown,
  name = "custom",
): RolloutReward {
  const run = score as (text: string, context: RewardContext) => number;
  return {
    kind: "rollout",
    name,
    columns: [],
    extra: [],
    score: ({ completion }, context) => run(completion.text, context),
  };
}

function groupReward(score: (texts: readonly string[]) => unknown): GroupReward {
  const run = score as (texts: readonly string[]) => number[];
  return {
    kind: "group",
    name: "custom",
    columns: [],
    extra: [],
    score: ({ completions }) => run(completions.map(({ text }) => text)),
  };
}

const fault = (reason: string): object => ({
  score: null,
  verdict: { status: "undetermined", fault: "system", reason },
});

async function resultsOf(reward: RolloutReward | GroupReward, batch: Batch, options = {}): Promise<unknown> {
  return (await scoreBatch(batch, reward, options)).results.get("custom");
}

describe("scoreBatch with a reward for each rollout", () => {
  it("keeps the order of the rows, whenever their scores arrive", async () => {
    const turns = new Map([
      ["slow", 3],
      ["quick", 1],
      ["at once", 0],
    ]);
    const reward = rolloutReward(async (text) => {
      for (let turn = turns.get(text) ?? 0; turn > 0; turn--) await new Promise(setImmediate);
      return text.length;
    });
    const { rewards } = await scoreBatch(batchOf([...turns.keys()]), reward);
    expect(rewards).toEqual([4, 5, 7]);
  });

  it("leaves one failing row to itself", async () => {
    const reward = rolloutReward((text) => {
      if (text === "bad") throw new Error("broken");
      return text === "odd" ? Number.NaN : 1;
    });
    expect(await resultsOf(reward, batchOf(["a", "bad", "odd", "b"]))).toEqual([
      { score: 1 },
      fault("threw: broken"),
      fault("not_finite"),
      { score: 1 },
    ]);
  });

  it("gives up on a row that takes too long, and scores the others", async () => {
    const reward = rolloutReward((text) => (text === "stuck" ? new Promise(() => undefined) : 1));
    expect(await resultsOf(reward, batchOf(["a", "stuck", "b"]), { itemTimeoutMs: 5 })).toEqual([
      { score: 1 },
      fault("timeout"),
      { score: 1 },
    ]);
  });

  it("gives a reward that bounds itself the time that it takes, unless the call says how long", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const slow = rolloutReward(() => new Promise((resolve) => setTimeout(() => resolve(1), 6000)));
    const patient = { ...slow, boundsItself: true };
    const scoring = Promise.all([
      resultsOf(slow, batchOf(["a"])),
      resultsOf(patient, batchOf(["a"])),
      resultsOf(patient, batchOf(["a"]), { itemTimeoutMs: 5 }),
    ]);
    await vi.advanceTimersByTimeAsync(6000);
    expect(await scoring).toEqual([[fault("timeout")], [{ score: 1 }], [fault("timeout")]]);
    vi.useRealTimers();
  });

  it("gives up on what is not done by the deadline", async () => {
    const reward = rolloutReward((text) => (text === "stuck" ? new Promise(() => undefined) : 1));
    expect(await resultsOf(reward, batchOf(["a", "stuck"]), { deadlineMs: 5 })).toEqual([
      { score: 1 },
      fault("deadline"),
    ]);
  });

  it("waits for many rows at once without a warning", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): number => warnings.push(warning);
    process.on("warning", note);
    const reward = rolloutReward(() => new Promise((resolve) => setImmediate(() => resolve(1))));
    const { rewards } = await scoreBatch(batchOf(new Array<string>(100).fill("x")), reward);
    await new Promise(setImmediate);
    process.off("warning", note);
    expect(rewards).toEqual(new Array<number>(100).fill(1));
    expect(warnings).toEqual([]);
  });

  it("says that it is over to what goes on in vain", async () => {
    const signals: AbortSignal[] = [];
    const reward = rolloutReward((_, { signal }) => {
      signals.push(signal);
      return 1;
    });
    const { rewards } = await scoreBatch(batchOf(["a"]), reward, { signal: new AbortController().signal });
    expect(rewards).toEqual([1]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("leaves nothing at the caller's signal", async () => {
    const { signal } = new AbortController();
    await scoreBatch(
      batchOf(["a"]),
      rolloutReward(() => 1),
      { signal },
    );
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("takes a deadline within a millisecond", async () => {
    const reward = rolloutReward(() => new Promise(() => undefined));
    expect(await resultsOf(reward, batchOf(["a"]), { deadlineMs: 0.5 })).toEqual([fault("deadline")]);
  });

  it("starts no row after the deadline", async () => {
    let started = 0;
    const reward = rolloutReward(() => {
      started++;
      return new Promise(() => undefined);
    });
    const results = await resultsOf(reward, batchOf(new Array<string>(200).fill("x")), { deadlineMs: 100 });
    expect(results).toEqual(new Array<object>(200).fill(fault("deadline")));
    expect(started).toBe(64);
  });
});

describe("scoreBatch with a reward for each group", () => {
  it("hands over each group, and puts the scores back in their rows", async () => {
    const seen: string[][] = [];
    const reward = groupReward((texts) => {
      seen.push([...texts]);
      return texts.map((_, i) => texts.length * 10 + i);
    });
    const groups = [[0, 2], [1], []];
    expect((await scoreBatch(batchOf(["a", "b", "c"], groups), reward)).rewards).toEqual([20, 10, 21]);
    expect(seen).toEqual([["a", "c"], ["b"]]);
  });

  it.each([
    ["fewer scores", [1]],
    ["more scores", [1, 1, 1]],
    ["no list", 1],
    ["nothing", undefined],
  ])("takes none of a group that comes back with %s", async (_case, returned) => {
    const reward = groupReward((texts) => (texts.length === 2 ? returned : [7]));
    expect(await resultsOf(reward, batchOf(["a", "b", "c"], [[0, 1], [2]]))).toEqual([
      fault("wrong_count"),
      fault("wrong_count"),
      { score: 7 },
    ]);
  });

  it("judges each score of a group by itself", async () => {
    const reward = groupReward(() => [1, Number.NaN, null, { score: 0.5 }]);
    expect(await resultsOf(reward, batchOf(["a", "b", "c", "d"]))).toEqual([
      { score: 1 },
      fault("not_finite"),
      { score: null },
      { score: 0.5 },
    ]);
  });

  it("leaves one failing group to itself", async () => {
    const reward = groupReward((texts) => {
      if (texts.includes("bad")) throw new Error("broken");
      return texts.map(() => 1);
    });
    expect(await resultsOf(reward, batchOf(["bad", "a", "b"], [[0, 1], [2]]))).toEqual([
      fault("threw: broken"),
      fault("threw: broken"),
      { score: 1 },
    ]);
  });
});

describe("scoreBatch with a composition", () => {
  it("runs each part once and combines row by row", async () => {
    const double: CompositeReward = {
      kind: "composite",
      name: "double",
      parts: [rolloutReward((text) => text.length, "custom")],
      combine: ([score = null]) => score && score * 2,
    };
    const { results, rewards } = await scoreBatch(batchOf(["a", "bcd"]), double);
    expect([...results.keys()]).toEqual(["custom"]);
    expect(rewards).toEqual([2, 6]);
  });

  it("lets no NaN or infinity out of a combination", async () => {
    const overflow = weightedSum([rolloutReward(() => 1e308), 10]);
    const { rewards } = await scoreBatch(batchOf(["a"]), overflow);
    expect(rewards).toEqual([null]);
  });

  it("refuses two rewards of one name", async () => {
    const twice = weightedSum([tagCount(), 1], [weightedSum([tagCount(), 1]), 1]);
    await expect(scoreBatch(batchOf(["a"]), twice)).rejects.toMatchObject({
      code: "bad_input",
      message: expect.stringContaining('Two rewards have the key "tag_count"') as string,
    });
  });

  it("takes the same reward twice under another name", async () => {
    const again = { ...thinkFormat({ prefilled: true }), name: "think_format_2" };
    const { results } = await scoreBatch(batchOf(["a</think>"]), weightedSum([thinkFormat(), 1], [again, 1]));
    expect([...results]).toEqual([
      ["think_format", [{ score: 0 }]],
      ["think_format_2", [{ score: 1 }]],
    ]);
  });
});

describe("a caller's mistake", () => {
  it("is a column that some row does not have", async () => {
    const batch = {
      rollouts: [
        { task: { columns: { solution: "42" } }, completion: { text: "" } },
        { task: { columns: {} as { solution: string } }, completion: { text: "" } },
      ],
      groups: [[0], [1]],
    };
    await expect(scoreBatch(batch, accuracy())).rejects.toMatchObject({
      code: "missing_column",
      message: 'The reward accuracy needs the column "solution"; row 1 has none.',
    });
  });

  it("is a missing prompt or token count where a reward declares it", async () => {
    for (const column of ["prompt", "n_tokens"] as const) {
      const needy = defineReward({
        name: "needy",
        summary: "Needs more.",
        range: [0, 1],
        columns: [column],
        rollout: () => () => 1,
      });
      await expect(scoreBatch(batchOf(["a"]), needy())).rejects.toMatchObject({
        code: "missing_column",
        message: `The reward needy needs the column "${column}"; row 0 has none.`,
      });
    }
  });

  it("ends the call, and tells the rewards that still run", async () => {
    const signals: AbortSignal[] = [];
    const waiting = rolloutReward((_, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    }, "waiting");
    const failing = rolloutReward(() => {
      throw new RewardError("missing_column", "no such thing");
    }, "failing");
    const call = scoreBatch(batchOf(["a"]), weightedSum([waiting, 1], [failing, 1]));
    await expect(call).rejects.toMatchObject({ code: "missing_column", message: "no such thing" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe("cancelling", () => {
  it("rejects, and tells the rewards that still run", async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const waiting = rolloutReward((_, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    const call = scoreBatch(batchOf(["a"]), waiting, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "RewardError", code: "cancelled" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("rejects a call that was cancelled before it began, and starts nothing", async () => {
    let started = 0;
    const reward = rolloutReward(() => ++started);
    const call = scoreBatch(batchOf(["a"]), reward, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: "cancelled" });
    expect(started).toBe(0);
  });
});
