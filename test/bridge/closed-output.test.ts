import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MAIN, ServerProcess, USER_REWARDS } from "./server-process.js";

const AUDITED = fileURLToPath(new URL("fixtures/audited.ts", import.meta.url));

/** How a command ends that finds nobody who reads its output, and what it says to the other stream. */
async function runUnread(args: readonly string[], unread: "stdout" | "stderr"): Promise<[number, string]> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  child[unread].destroy();
  const [other, [code]] = await Promise.all([
    text(unread === "stdout" ? child.stderr : child.stdout),
    once(child, "exit") as Promise<[number]>,
  ]);
  return [code, other];
}

describe("output that nobody reads, as behind head", () => {
  it.each([["list"], ["list --json"], ["list accuracy"], ["audit --help"], ["doctor"]])(
    "is no failure of %s",
    async (command) => {
      expect(await runUnread(command.split(" "), "stdout")).toEqual([0, ""]);
    },
  );

  it("leaves a command the exit code that it has", async () => {
    const [code] = await runUnread(["audit", `${AUDITED}#substring`, "--cases", "300"], "stdout");
    expect(code).toBe(1);
    expect(await runUnread(["unheard-of"], "stderr")).toEqual([2, ""]);
  });

  it("is no failure of a server whose rewards print", async () => {
    const server = new ServerProcess(["--rewards", USER_REWARDS], "socket");
    server.child.stderr?.destroy();
    for (const completion of ["a", "b", "c"]) {
      const id = server.request("score", { rewards: ["noisy"], completions: [completion] });
      expect(await server.receive()).toMatchObject({ id, result: { scores: { noisy: [1] } } });
    }
    expect(await server.end()).toBe(0);
  });
});
