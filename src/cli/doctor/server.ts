import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { ok, type Probe } from "./probe.js";
import { checkReply, REQUEST } from "./self-test.js";

/** Scores the same completions in a server of its own, as the Python client starts it. */
export const server: Probe = {
  name: "scores of a server",
  advice: "Run `grpo-rewards serve` by hand and see what it prints.",
  run: async () => {
    const start = performance.now();
    const child = spawn(process.execPath, [process.argv[1] ?? "", "serve"], { stdio: "pipe" });
    const exit = once(child, "exit") as Promise<[number | null]>;
    const printed = text(child.stderr);
    // A server that ends at once breaks the pipe; its exit code says so.
    child.stdin.on("error", () => undefined);
    child.stdin.end(`${REQUEST}\n`);
    const reply = await text(child.stdout);
    const [code] = await exit;
    if (code !== 0) throw new Error(`the server ended with exit code ${code ?? "none"}: ${await printed}`);
    checkReply(reply);
    return ok(`as they should be, in ${(performance.now() - start).toFixed(0)} ms from its start to its end`);
  },
};
