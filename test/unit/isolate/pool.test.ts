import { spawnSync } from "node:child_process";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createPool, type IsolatedPool, type PoolOptions } from "../../../src/isolate/index.js";
import { buildSources } from "./built-sources.js";

let built: Awaited<ReturnType<typeof buildSources>>;
const open: IsolatedPool<string, unknown>[] = [];

beforeAll(async () => {
  built = await buildSources([
    new URL("../../../src/isolate/index.ts", import.meta.url),
    new URL("fixtures/tasks.ts", import.meta.url),
    new URL("fixtures/never-ready.ts", import.meta.url),
  ]);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});
afterAll(() => built.remove());

function sources(file: string): URL {
  return built.at(file);
}

function pool(
  options: Partial<PoolOptions<unknown>> = {},
  file = "test/unit/isolate/fixtures/tasks.js",
): IsolatedPool<string, unknown> {
  const created = createPool<string, unknown>({ script: sources(file), ...options });
  open.push(created);
  return created;
}

const DONE = { status: "done", value: 42 };

describe("work in isolation", () => {
  it("answers, and answers again", async () => {
    const { run } = pool();
    expect(await run("answer", 5000)).toEqual(DONE);
    expect(await run("answer", 5000)).toEqual(DONE);
  });

  it.each([
    ["an endless loop is killed", "spin", { status: "timeout" }],
    [
      "a handler that throws has failed",
      "throw",
      { status: "failed", reason: "TypeError: no", hasBegun: true },
    ],
    [
      "a thread that exits has failed",
      "exit",
      { status: "failed", reason: expect.stringContaining("code 3") as unknown, hasBegun: true },
    ],
    [
      "a full heap has failed",
      "fill",
      { status: "failed", reason: expect.stringContaining("memory") as unknown, hasBegun: true },
    ],
  ])("%s, and the next task works", async (_name, task, expected) => {
    const { run } = pool({ heapMb: 32 });
    expect(await run(task, task === "spin" ? 100 : 20_000)).toEqual(expected);
    expect(await run("answer", 5000)).toEqual(DONE);
  });

  it("tasks that wait behind one that is killed are done", async () => {
    const { run } = pool();
    const outcomes = await Promise.all([run("spin", 100), run("answer", 5000), run("answer", 5000)]);
    expect(outcomes).toEqual([{ status: "timeout" }, DONE, DONE]);
  });

  it("the wait for others does not count against the deadline", async () => {
    const { run } = pool();
    const [, second] = await Promise.all([run("spin", 600), run("answer", 500)]);
    expect(second).toEqual(DONE);
  });

  it("what cannot be sent has failed, and the next task works", async () => {
    const { run } = pool();
    expect(await run((() => undefined) as never, 5000)).toMatchObject({ status: "failed" });
    expect(await run("answer", 5000)).toEqual(DONE);
  });

  it("the worker sees neither environment nor command line", async () => {
    const outcome = await pool().run("environment", 5000);
    expect(outcome).toEqual({ status: "done", value: [[], 2, []] });
  });
});

describe("limits", () => {
  it("tasks beyond the waiting room fail at once", async () => {
    const { run } = pool({ maxWaiting: 1 });
    const outcomes = await Promise.all([run("answer", 5000), run("answer", 5000), run("answer", 5000)]);
    expect(outcomes).toEqual([
      DONE,
      DONE,
      { status: "failed", reason: "too many tasks are waiting", hasBegun: false },
    ]);
  });

  it("two workers do the work of two at once", async () => {
    const { run } = pool({ workers: 2 });
    const order: string[] = [];
    await Promise.all([
      run("spin", 1500).then(() => order.push("spin")),
      run("answer", 5000).then(() => order.push("answer")),
    ]);
    expect(order).toEqual(["answer", "spin"]);
  });

  it.each([
    ["is never ready", "test/unit/isolate/fixtures/never-ready.js", "did not start in time"],
    ["is missing", "missing.js", "missing.js"],
  ])("a worker that %s has failed", async (_name, file, reason) => {
    const outcome = await pool({ startMs: 300 }, file).run("answer", 5000);
    expect(outcome).toEqual({
      status: "failed",
      reason: expect.stringContaining(reason) as unknown,
      hasBegun: false,
    });
  });

  it("after the end every task fails, those under way and waiting as well", async () => {
    const { run, close } = pool();
    const outcomes = Promise.all([run("spin", 20_000), run("answer", 5000)]);
    await close();
    const late = await run("answer", 5000);
    for (const outcome of [...(await outcomes), late]) expect(outcome).toMatchObject({ status: "failed" });
  });
});

describe("the process around", () => {
  const runScript = (task: string): { stdout: string; stderr: string; status: number | null } => {
    const script = `
      import { createPool } from ${JSON.stringify(sources("src/isolate/index.js").href)};
      const pool = createPool({ script: new URL(${JSON.stringify(sources("test/unit/isolate/fixtures/tasks.js").href)}) });
      console.log((await pool.run(${JSON.stringify(task)}, 500)).status);`;
    return spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      timeout: 20_000,
    });
  };

  it.each([
    ["print", "done"],
    ["spin", "timeout"],
  ])("ends by itself after the task %s, and prints nothing of the worker's", (task, status) => {
    expect(runScript(task)).toMatchObject({ stdout: `${status}\n`, stderr: "", status: 0 });
  });
});
