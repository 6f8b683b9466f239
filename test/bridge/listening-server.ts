import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { MAIN, type Reply, USER_REWARDS } from "./server-process.js";

/** A real `serve --http` or `serve --socket` in a process of its own. */
export class ListeningServer {
  readonly child: ChildProcess;
  readonly exit: Promise<readonly [number | null, string | null]>;
  stderr = "";

  constructor(flags: readonly string[], env: Record<string, string> = {}) {
    const args = [MAIN, "serve", "--rewards", USER_REWARDS, ...flags];
    this.child = spawn(process.execPath, args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, ...env },
    });
    this.child.stderr?.on("data", (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.exit = once(this.child, "exit") as Promise<[number | null, string | null]>;
  }

  /** The logged value of `field` in the line that says where the server listens. */
  async listening(field: "url" | "socket"): Promise<string> {
    return this.logged(field, "listening");
  }

  /** The value of `field` in the first logged line with this message. */
  async logged(field: "url" | "socket", message: string): Promise<string> {
    for (;;) {
      const [, found] = new RegExp(`"${field}":"([^"]+)","msg":"${message}"`).exec(this.stderr) ?? [];
      if (found !== undefined) return found;
      const ended = await Promise.race([this.exit, new Promise((resolve) => setTimeout(resolve, 20))]);
      if (ended) throw new Error(`the server ended: ${this.stderr}`);
    }
  }

  async end(): Promise<number | null> {
    this.child.kill("SIGTERM");
    const [code] = await this.exit;
    return code;
  }
}

/** A path for a socket that does not exist yet. */
export const freshPath = (): string => join(mkdtempSync(join(tmpdir(), "grpo-rewards-")), "rewards.sock");

/** One client of a unix socket. */
export class SocketClient {
  readonly socket: ReturnType<typeof connect>;
  #lines: AsyncIterator<string>;

  constructor(path: string) {
    this.socket = connect(path);
    this.#lines = createInterface({ input: this.socket })[Symbol.asyncIterator]();
  }

  async call(method: string, params: object): Promise<Reply> {
    this.socket.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method, params })}\n`);
    return this.receive();
  }

  /** The next line that the server writes. */
  async receive(): Promise<Reply> {
    const next = await this.#lines.next();
    if (next.done) throw new Error("the server closed the connection");
    return JSON.parse(next.value) as Reply;
  }
}
