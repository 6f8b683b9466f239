import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { freshPath, ListeningServer, SocketClient } from "./listening-server.js";
import { ServerProcess } from "./server-process.js";

const REQUESTS = 20_000;

const requests = Array.from(
  { length: REQUESTS },
  (_, id) => `${JSON.stringify({ jsonrpc: "2.0", id, method: "rewards/list" })}\n`,
).join("");

/** The most memory that a process has had, in megabytes. */
const peakOf = (pid: number | undefined): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

describe.runIf(process.platform === "linux")("a client that does not read its replies", () => {
  it("is not read either, and gets all of them when it reads", async () => {
    const server = new ServerProcess([], "socket");
    await server.call("rewards/list", {});
    const before = peakOf(server.child.pid);
    const stream = server.child.stdio[3] as NodeJS.ReadableStream;
    stream.pause();
    server.output.write(requests);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(peakOf(server.child.pid) - before).toBeLessThan(150);
    stream.resume();
    for (let id = 0; id < 200; id++) expect((await server.receive()).id).toBe(id);
    server.child.kill();
    await server.exited();
  });

  it("keeps nobody else waiting, and may go at any time", async () => {
    const path = freshPath();
    const server = new ListeningServer(["--socket", path]);
    await server.listening("socket");
    const deaf = connect(path).pause();
    deaf.on("error", () => undefined);
    deaf.write(requests);
    const other = new SocketClient(path);
    for (let i = 0; i < 20; i++) expect(await other.call("rewards/list", {})).toHaveProperty("result");
    deaf.destroy();
    expect(await other.call("rewards/list", {})).toHaveProperty("result");
    expect(peakOf(server.child.pid)).toBeLessThan(400);
    expect(await server.end()).toBe(0);
  });
});
