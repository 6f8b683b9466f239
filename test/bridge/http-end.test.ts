import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { ListeningServer } from "./listening-server.js";

const score = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "score",
  params: { rewards: ["slow"], completions: ["1", "2", "3", "4"] },
});
const head = `POST /rpc HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${score.length}\r\n\r\n`;

async function afterSending(text: string, isClosed: boolean): Promise<number | null> {
  const server = new ListeningServer(["--http", "0"]);
  const { port } = new URL(await server.listening("url"));
  const client = connect(Number(port), "127.0.0.1");
  client.on("error", () => undefined);
  client.write(text);
  if (isClosed) {
    await once(client, "data");
    client.destroy();
  }
  const code = await server.end();
  client.destroy();
  return code;
}

describe("a server over HTTP ends when it is told to", () => {
  it("after a client that left requests behind one another", async () => {
    expect(await afterSending((head + score).repeat(20), true)).toBe(0);
  });

  it("with a request that is never sent to its end", async () => {
    expect(await afterSending(head + score.slice(0, 10), false)).toBe(0);
  });
});
