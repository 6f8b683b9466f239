import { afterEach, describe, expect, it, vi } from "vitest";
import { createRollout, createTask, type RolloutReward } from "../../../src/core/index.js";
import { type LeafReward, leafRun, type Offload } from "../../../src/score/leaf-run.js";

const COUNT = 40;

const batch = {
  rollouts: Array.from({ length: COUNT }, (_, i) => createRollout(createTask({}), { text: String(i) })),
  groups: Array.from({ length: COUNT }, (_, i) => [i]),
};
const rows = batch.rollouts.map((_, row) => row);
const limits = { signal: new AbortController().signal, itemTimeoutMs: null };

function spin(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const reward = (score: RolloutReward["score"]): LeafReward<object> => ({
  kind: "rollout",
  name: "r",
  columns: [],
  extra: [],
  score,
});

/** Scores elsewhere with 1000 and the row; `takesRest` may be anything. */
function elsewhere(options: Partial<Offload> = {}): Offload {
  return {
    takesAll: () => false,
    takesRest: () => true,
    run: (_, units, { onScored }) => {
      const results = units.map(([row = 0]) => [{ score: 1000 + row }]);
      onScored?.(0, results[0] ?? [], 0);
      return Promise.resolve(results);
    },
    ...options,
  };
}

async function scoresOf(leaf: LeafReward<object>, offload: Offload): Promise<(number | null)[]> {
  const told: number[] = [];
  const onScored = (_: string, unit: readonly number[]): void => void told.push(...unit);
  const { run, results } = leafRun(leaf, batch, limits, { offload, onScored });
  await run(rows);
  expect(told.sort((a, b) => a - b)).toEqual(rows);
  return results.map(({ score }) => score);
}

const here = (score: number | null): boolean => score !== null && score < 1000;

describe("the timings of leafRun", () => {
  afterEach(() => vi.restoreAllMocks());

  it("count the own call of each row alone", async () => {
    let clock = 0;
    vi.spyOn(performance, "now").mockImplementation(() => clock);
    const { run, timings } = leafRun(
      reward(({ completion }) => (clock += Number(completion.text))),
      batch,
      limits,
    );
    expect(timings).toEqual(rows.map(() => null));
    await run(rows);
    expect(timings).toEqual(rows);
  });

  it("stand at the first row of a group", async () => {
    const group: LeafReward<object> = {
      kind: "group",
      name: "g",
      columns: [],
      extra: [],
      score: ({ completions }) => completions.map(() => 1),
    };
    const { run, timings } = leafRun(group, { ...batch, groups: [[2, 0, 1], rows.slice(3)] }, limits);
    await run(rows);
    expect(timings.flatMap((ms, row) => (ms === null ? [] : [row]))).toEqual([2, 3]);
  });
});

describe("leafRun with another place to score", () => {
  it("moves what is left of slow work, and no row is lost or scored twice", async () => {
    const slow = reward(({ completion }) => {
      spin(2);
      return Number(completion.text);
    });
    const scores = await scoresOf(slow, elsewhere());
    const stayed = scores.filter(here).length;
    expect(stayed).toBeGreaterThan(0);
    expect(stayed).toBeLessThan(COUNT);
    expect(scores).toEqual(rows.map((row) => (row < stayed ? row : 1000 + row)));
  });

  it("tells how long the rest would take, and keeps what is not worth moving", async () => {
    const takesRest = vi.fn<Offload["takesRest"]>(() => false);
    const slow = reward(() => {
      spin(2);
      return 1;
    });
    expect(await scoresOf(slow, elsewhere({ takesRest }))).toEqual(rows.map(() => 1));
    expect(takesRest.mock.calls[0]?.[1]).toBeGreaterThan(10);
  });

  it("keeps work that waits", async () => {
    const takesRest = vi.fn<Offload["takesRest"]>(() => true);
    let [begun, open] = [0, (): void => undefined];
    const all = new Promise<void>((resolve) => (open = resolve));
    const waiting = reward(async () => {
      if (++begun === COUNT) open();
      await all;
      return 2;
    });
    expect(await scoresOf(waiting, elsewhere({ takesRest }))).toEqual(rows.map(() => 2));
    expect(takesRest).not.toHaveBeenCalled();
  });

  it("moves all of what belongs there", async () => {
    const never = reward(() => expect.unreachable());
    expect(await scoresOf(never, elsewhere({ takesAll: () => true }))).toEqual(rows.map((row) => 1000 + row));
  });
});
