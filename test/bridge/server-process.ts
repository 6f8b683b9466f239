import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

export const MAIN: string = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
export const USER_REWARDS: string = fileURLToPath(new URL("fixtures/rewards.ts", import.meta.url));

export interface Reply {
  /** Of a notification. */
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly id: number | string | null;
  readonly result?: Record<string, unknown>;
  readonly error?: {
    readonly code: number;
    readonly message: string;
    readonly data?: { readonly code: string };
  };
}

/** A real server in a process of its own, and the raw lines to and from it. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly output: Writable;
  stderr = "";
  #lines: AsyncIterator<string>;
  #nextId = 1;

  constructor(flags: readonly string[] = [], transport: "stdio" | "socket" = "stdio") {
    const fd = transport === "socket" ? ["--fd", "3"] : [];
    const piped =
      transport === "socket"
        ? (["ignore", "ignore", "pipe", "pipe"] as const)
        : (["pipe", "pipe", "pipe"] as const);
    this.child = spawn(process.execPath, [MAIN, "serve", ...fd, ...flags], { stdio: [...piped] });
    this.output = (transport === "socket" ? this.child.stdio[3] : this.child.stdin) as Writable;
    const input = (transport === "socket" ? this.child.stdio[3] : this.child.stdout) as Readable;
    this.output.on("error", () => undefined);
    this.child.stderr?.on("data", (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.#lines = createInterface({ input })[Symbol.asyncIterator]();
  }

  send(line: string): void {
    this.output.write(`${line}\n`);
  }

  /** The next line that the server writes, whatever request it answers. */
  async receive(): Promise<Reply> {
    return JSON.parse(await this.#nextLine()) as Reply;
  }

  /** The next line, where it answers a batch of requests. */
  async receiveBatch(): Promise<readonly Reply[]> {
    return JSON.parse(await this.#nextLine()) as readonly Reply[];
  }

  async #nextLine(): Promise<string> {
    const next = await this.#lines.next();
    if (next.done) throw new Error(`The server ended its output. stderr: ${this.stderr}`);
    return next.value;
  }

  request(method: string, params: object): number {
    const id = this.#nextId++;
    this.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    return id;
  }

  async call(method: string, params: object): Promise<Reply> {
    this.request(method, params);
    return this.receive();
  }

  /** Cancels a request, and passes over what comes until the server says so. */
  async cancel(id: number): Promise<void> {
    this.send(JSON.stringify({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id } }));
    let reply = await this.receive();
    while (reply.id !== id) reply = await this.receive();
    if (reply.error?.code !== -32800) throw new Error(`not cancelled: ${JSON.stringify(reply)}`);
  }

  /** Closes the server's input; resolves with its exit code. */
  async end(): Promise<number | null> {
    this.output.end();
    return this.exited();
  }

  async exited(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const [code] = (await once(this.child, "exit")) as [number | null];
    return code;
  }
}
