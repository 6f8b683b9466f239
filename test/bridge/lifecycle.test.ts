import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { MAIN, ServerProcess, USER_REWARDS } from "./server-process.js";
import { until } from "./until.js";

const LIST = '{"jsonrpc":"2.0","id":1,"method":"rewards/list"}';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("the end", () => {
  it("shutdown is answered, requests in flight too, and the process exits with 0", async () => {
    const server = new ServerProcess(["--rewards", USER_REWARDS], "socket");
    const slow = server.request("score", {
      rewards: [{ name: "endless" }],
      completions: ["a"],
      itemTimeoutMs: 3000,
    });
    const ending = server.request("shutdown", {});
    const replies = [await server.receive(), await server.receive()];
    expect(replies.map(({ id }) => id)).toEqual([ending, slow]);
    expect(await server.exited()).toBe(0);
  });

  it("requests that are piped in are answered before the process exits", () => {
    const input = `${LIST}\n${LIST}`;
    const { stdout, status } = spawnSync(process.execPath, [MAIN, "serve"], { input, encoding: "utf8" });
    expect(stdout.trim().split("\n")).toHaveLength(2);
    expect(status).toBe(0);
  });

  it("a socket that closes in the middle of a request ends the server", async () => {
    const server = new ServerProcess(["--rewards", USER_REWARDS], "socket");
    await server.call("rewards/list", {});
    server.request("score", { rewards: [{ name: "endless" }], completions: ["a"], itemTimeoutMs: 600_000 });
    server.output.destroy();
    expect(await server.exited()).toBe(0);
  });

  it.each(["endless", "spinning"])("dies with its parent, even with a %s reward at work", async (name) => {
    const request = { rewards: [{ name }], completions: ["a"], itemTimeoutMs: 600_000 };
    const script = `
      import { spawn } from "node:child_process";
      const server = spawn(process.execPath, ${JSON.stringify([MAIN, "serve", "--fd", "3", "--rewards", USER_REWARDS])},
        { stdio: ["ignore", "ignore", "ignore", "pipe"] });
      server.stdio[3].write('${LIST}\\n');
      server.stdio[3].once("data", () => {
        server.stdio[3].write(${JSON.stringify(`${JSON.stringify({ jsonrpc: "2.0", id: 2, method: "score", params: request })}\n`)});
        setTimeout(() => console.log(server.pid), 700);
      });`;
    const parent = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [pid] = (await once(createInterface({ input: parent.stdout }), "line")) as [string];
    expect(isAlive(Number(pid))).toBe(true);
    parent.kill("SIGKILL");
    await until(() => !isAlive(Number(pid)));
  });
});

describe("on standard input and output", () => {
  it.each([
    ["in a thread", "endless", []],
    ["in a thread", "spinning", []],
    ["in a process", "spinning", ["--isolation", "process"]],
    ["on the server's own event loop", "spinning", ["--threads", "0"]],
  ])(
    "a server whose parent was killed is gone after the grace, even with a reward %s that is %s",
    async (_, name, flags) => {
      const request = { rewards: [name], completions: ["a"], itemTimeoutMs: 600_000 };
      const line = `${JSON.stringify({ jsonrpc: "2.0", id: 2, method: "score", params: request })}\n`;
      const script = `
        import { spawn } from "node:child_process";
        const server = spawn(process.execPath, ${JSON.stringify([MAIN, "serve", "--rewards", USER_REWARDS, ...flags])},
          { stdio: ["pipe", "pipe", "ignore"] });
        server.stdin.write('${LIST}\\n');
        server.stdout.once("data", () => {
          server.stdin.write(${JSON.stringify(line)});
          setTimeout(() => console.log(server.pid), 700);
        });
        setInterval(() => undefined, 1000);`;
      const parent = spawn(process.execPath, ["--input-type=module", "--eval", script], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [pid] = (await once(createInterface({ input: parent.stdout }), "line")) as [string];
      parent.kill("SIGKILL");
      await until(() => !isAlive(Number(pid)));
    },
  );

  it("a reader that goes away ends the server without a stack trace", () => {
    const feed = `(echo '${LIST}'; sleep 1; echo '${LIST}'; sleep 0.5; echo '${LIST}')`;
    const command = `${feed} | "${process.execPath}" "${MAIN}" serve | true`;
    const { stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect(stderr).toBe("");
  });
});

describe("frames", () => {
  it("one over the limit is refused, and the next one is served", async () => {
    const server = new ServerProcess(["--max-frame-bytes", "1000"]);
    server.send("x".repeat(1001));
    const { id, error } = await server.receive();
    expect(id).toBeNull();
    expect(error).toMatchObject({ code: -32006, data: { code: "too_large" } });
    expect(error?.message).toMatch(/1001 bytes is over the limit of 1000; send smaller batches, or raise/);
    expect((await server.call("rewards/list", {})).result).toBeDefined();
    await server.end();
  });

  it("a line of 300 MB is refused without being held", async () => {
    const server = new ServerProcess();
    const chunk = "x".repeat(1 << 20);
    for (let i = 0; i < 300; i++) {
      if (!server.output.write(chunk)) await once(server.output, "drain");
    }
    server.send("");
    expect((await server.receive()).error?.code).toBe(-32006);
    expect((await server.call("rewards/list", {})).result).toBeDefined();
    await server.end();
  });

  it("empty lines and frames that come byte by byte are fine", async () => {
    const server = new ServerProcess();
    server.send("");
    for (const byte of LIST) server.output.write(byte);
    server.send("");
    expect((await server.receive()).id).toBe(1);
    await server.end();
  });
});

describe("starting", () => {
  const serve = (...flags: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [MAIN, "serve", ...flags], { encoding: "utf8", input: "" });
  const folder = mkdtempSync(join(tmpdir(), "grpo-rewards-"));
  const module = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it.each([
    ["a module that is not there", () => join(folder, "absent.ts"), /Cannot load the rewards of .*absent.ts/],
    [
      "a module that does not parse",
      () => module("broken.ts", "export const = 1;"),
      /Cannot load the rewards of .*broken.ts/,
    ],
    [
      "a module without rewards",
      () => module("empty.ts", "export const x = 1;"),
      /exports no reward; export one that defineReward made/,
    ],
    [
      "a reward with the name of a built-in one",
      () => module("twice.mjs", 'export { accuracy } from "grpo-rewards";'),
      /Two rewards are named "accuracy"/,
    ],
  ])("%s ends it with status 2 and a reason", (_, path, message) => {
    const { status, stderr } = serve("--rewards", path());
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it("a socket does not keep a server alive that cannot load its rewards", async () => {
    const server = new ServerProcess(["--rewards", join(folder, "absent.ts")], "socket");
    expect(await server.exited()).toBe(2);
    await expect.poll(() => server.stderr).toMatch(/Cannot load the rewards/);
  });

  it("a Node that is too old ends it with status 2 and a reason", () => {
    const old = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.8'}})";
    const args = ["--import", old, MAIN, "serve"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", input: "" });
    expect(stderr).toMatch(/This is Node.js 18.20.8, .*node: install version 20.19 or newer/);
    expect(status).toBe(2);
  });

  it("a descriptor that is no socket ends it with status 2 and a reason", () => {
    const { status, stderr } = serve("--fd", "77");
    expect(stderr).toMatch(/File descriptor 77 is no open socket/);
    expect(status).toBe(2);
  });

  it("a wrong flag prints the usage", () => {
    const { status, stderr } = serve("--port", "80");
    expect(stderr).toMatch(/unknown option '--port'.*Usage: grpo-rewards serve/s);
    expect(status).toBe(2);
  });
});
