import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { freshPath, ListeningServer, SocketClient } from "./listening-server.js";

const params = { rewards: ["accuracy"], completions: ["\\boxed{42}"], columns: { solution: ["42"] } };

describe("serve --socket", () => {
  it("serves several clients, and this user alone", async () => {
    const path = freshPath();
    const server = new ListeningServer(["--socket", path]);
    await server.listening("socket");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const clients = Array.from({ length: 8 }, () => new SocketClient(path));
    const replies = await Promise.all(clients.map((client) => client.call("score", params)));
    for (const { result } of replies) expect(result).toMatchObject({ scores: { accuracy: [1] } });
    const [first, second] = clients;
    first?.socket.destroy();
    expect(await second?.call("score", params)).toMatchObject({ result: { scores: { accuracy: [1] } } });
    expect(await second?.call("shutdown", {})).toMatchObject({ error: { data: { code: "bad_input" } } });
    expect(await server.end()).toBe(0);
  });

  it("takes the place of a server that was killed, not of one that runs", async () => {
    const path = freshPath();
    const killed = new ListeningServer(["--socket", path]);
    await killed.listening("socket");
    const rival = new ListeningServer(["--socket", path]);
    const [code] = await rival.exit;
    expect(code).not.toBe(0);
    await expect.poll(() => rival.stderr).toContain("Another server listens");
    killed.child.kill("SIGKILL");
    await killed.exit;
    const heir = new ListeningServer(["--socket", path]);
    await heir.listening("socket");
    expect(await new SocketClient(path).call("score", params)).toHaveProperty("result");
    await heir.end();
  });

  it("takes no place where there is a file, nor one in a folder that is missing", async () => {
    const path = freshPath();
    writeFileSync(path, "mine");
    for (const [place, reason] of [
      [path, "is there and no socket"],
      [dirname(path), "is there and no socket"],
      [`${path}.missing/socket`, `there is no folder ${path}.missing`],
    ] as const) {
      const server = new ListeningServer(["--socket", place]);
      const [code] = await server.exit;
      expect(code).toBe(2);
      await expect.poll(() => server.stderr).toContain(reason);
    }
    expect(readFileSync(path, "utf8")).toBe("mine");
  });

  it("ends when its clients have been gone for as long as --linger says", async () => {
    const path = freshPath();
    const server = new ListeningServer(["--socket", path, "--linger", "3"]);
    await server.listening("socket");
    const client = new SocketClient(path);
    await client.call("score", params);
    await new Promise((resolve) => setTimeout(resolve, 3500));
    expect(server.child.exitCode).toBeNull();
    client.socket.destroy();
    const [code] = await server.exit;
    expect(code).toBe(0);
  });
});
