import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ListeningServer } from "./listening-server.js";
import { ServerProcess, USER_REWARDS } from "./server-process.js";
import { until } from "./until.js";

const flags = ["--rewards", USER_REWARDS, "--isolation"];
const completions = [...Array.from({ length: 20 }, () => "a"), "b", ...Array.from({ length: 20 }, () => "a")];
const expected = completions.map((text) => (text === "a" ? 1 : null));

/** Processes that have this one as their parent. */
function childrenOf(pid: number): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((child) => {
    try {
      const status = readFileSync(`/proc/${child}/stat`, "utf8");
      return Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]) === pid;
    } catch {
      return false;
    }
  });
}

describe("serve --isolation process", () => {
  it.each([
    ["native_on_b", "system:timeout"],
    ["aborts_on_b", "system:crashed"],
  ])("%s costs one completion its score, and no other, nor the server", async (name, status) => {
    const server = new ServerProcess([...flags, "process", "--threads", "2"], "socket");
    const { result } = await server.call("score", { rewards: [name], completions, itemTimeoutMs: 4000 });
    expect(result?.scores).toEqual({ [name]: expected });
    expect(result?.status).toEqual({ [name]: { "20": status } });
    expect((await server.call("score", { rewards: ["echo"], completions: ["x"] })).result).toBeDefined();
    expect(await server.end()).toBe(0);
  });

  it.skipIf(process.platform !== "linux")("leaves no process behind, however it ends", async () => {
    const spinning = { rewards: ["spinning"], completions: ["a", "a"], itemTimeoutMs: 600_000 };
    for (const signal of ["SIGKILL", "SIGTERM"] as const) {
      const server = new ServerProcess([...flags, "process", "--threads", "2"], "socket");
      await server.call("score", { rewards: ["echo"], completions: ["x"] });
      server.request("score", spinning);
      const pid = server.child.pid ?? 0;
      await until(() => childrenOf(pid).length >= 2);
      const children = childrenOf(pid);
      server.child.kill(signal);
      await until(() => children.every((child) => !isAlive(child)));
    }
  });

  it("scores what asks for symbolic engines in a process, without any rewards of a user", async () => {
    const server = new ServerProcess(["--isolation", "process", "--threads", "1"], "socket");
    const { result } = await server.call("score", {
      rewards: [{ name: "accuracy", options: { engines: true } }],
      completions: ["\\boxed{4}", "\\boxed{5}"],
      columns: { solution: { values: ["x", "4"], index: [1, 1] } },
    });
    expect(result?.scores).toEqual({ accuracy: [1, 0] });
    await server.end();
  });

  it("gives each row its own columns and messages, and each group its own completions", async () => {
    const server = new ServerProcess([...flags, "process", "--threads", "2"], "socket");
    const rows = Array.from({ length: 150 }, (_, row) => row);
    const { result } = await server.call("score", {
      rewards: ["reads_row", "counts_group"],
      completions: rows.map((row) => (row % 2 ? `${row}` : [{ role: "assistant", content: `${row}` }])),
      columns: {
        plain: rows,
        shared: { values: ["even", "odd"], index: rows.map((row) => row % 2) },
      },
      groups: rows.map((row) => row % 7),
    });
    expect(result?.scores).toEqual({
      reads_row: rows,
      counts_group: rows.map((row) => Math.ceil((150 - (row % 7)) / 7)),
    });
    expect(result?.status).toEqual({ reads_row: {}, counts_group: {} });
    await server.end();
  });

  it("makes no sense without processes", async () => {
    const server = new ServerProcess(["--isolation", "process", "--threads", "0"]);
    expect(await server.exited()).toBe(2);
    await expect.poll(() => server.stderr).toContain("no processes of their own");
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.each(["thread", "process"])("the environment of a user's rewards, isolation: %s", (isolation) => {
  it("does not hold the server's token", async () => {
    const options = ["--http", "0", "--isolation", isolation, "--threads", "1"];
    const server = new ListeningServer(options, { GRPO_REWARDS_TOKEN: "secret" });
    const params = { rewards: ["token_seen"], completions: ["a"] };
    const response = await fetch(`${await server.listening("url")}/rpc`, {
      method: "POST",
      headers: { authorization: "Bearer secret" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "score", params }),
    });
    expect(await response.json()).toMatchObject({ result: { scores: { token_seen: [0] } } });
    await server.end();
  });
});

describe("threads that cannot be ended", () => {
  it("end the server once there are several, by a signal of its own, and it says so", async () => {
    const server = new ServerProcess([...flags, "thread", "--threads", "2"], "socket");
    const native = Array.from({ length: 4 }, () => "b");
    server.request("score", { rewards: ["native_on_b"], completions: native, itemTimeoutMs: 300 });
    await server.exited();
    expect(server.child.signalCode).toBe("SIGUSR2");
    await expect.poll(() => server.stderr).toContain("cannot be ended");
  });
});
