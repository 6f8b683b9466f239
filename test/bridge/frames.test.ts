import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frame, type FrameText, rawFrame } from "./frames.js";
import { freshPath, ListeningServer, SocketClient } from "./listening-server.js";
import { type Reply, ServerProcess, USER_REWARDS } from "./server-process.js";

const TEXTS: readonly FrameText[] = [
  { text: "", encoding: "latin1" },
  { text: "plain", encoding: "latin1" },
  { text: "naïve", encoding: "latin1" },
  { text: "naïve 日本語 😀", encoding: "utf8" },
  { text: "日本語 😀" },
  { text: "\ud800 alone" },
  { text: "a\u0000b\n" },
];

const echoAll = (id: number): Buffer =>
  frame({ id, method: "score", params: { rewards: ["echo"], completions: [...TEXTS.keys()] } }, TEXTS);

const ECHOED = TEXTS.map(({ text }) => text);

describe.each(["socket", "stdio"] as const)("frames over %s", (transport) => {
  let server: ServerProcess;
  beforeAll(() => (server = new ServerProcess(["--rewards", USER_REWARDS], transport)));
  afterAll(() => server.end());

  const send = async (bytes: Buffer): Promise<Reply> => {
    server.output.write(bytes);
    return server.receive();
  };
  const score = (params: object, texts: readonly FrameText[]): Promise<Reply> =>
    send(frame({ id: 1, method: "score", params }, texts));

  it("are offered in the handshake", async () => {
    const { result } = await server.call("initialize", { protocol: 1 });
    expect(result?.frames).toEqual({ encodings: ["latin1", "utf8", "utf16le"] });
  });

  it("carry texts of every encoding to threads", async () => {
    expect((await send(echoAll(5))).result?.extra).toEqual({ "echo.text": ECHOED });
  });

  it("carry texts to built-in rewards, in conversations and beside lines, in any order", async () => {
    const { result } = await score(
      {
        rewards: ["accuracy", "tag_count"],
        completions: [
          1,
          [
            { role: "user", content: "?" },
            { role: "assistant", content: 0 },
          ],
          "\\boxed{4}",
        ],
        columns: { solution: ["4", "5", "4"] },
      },
      [{ text: "<think>\n</think>\n\\boxed{5}", encoding: "latin1" }, { text: "\\boxed{４}" }],
    );
    expect(result?.scores).toEqual({ accuracy: [1, 1, 1], tag_count: [0, 0.5, 0] });
  });

  it("arrive in pieces, and with lines and other frames in one piece", async () => {
    const bytes = Buffer.concat([
      echoAll(1),
      Buffer.from('{"jsonrpc":"2.0","id":2,"method":"x"}\n'),
      echoAll(3),
    ]);
    for (const cut of [1, 11, 13, 200, bytes.length]) {
      server.output.write(bytes.subarray(0, cut));
      await new Promise((resolve) => setTimeout(resolve, 5));
      server.output.write(bytes.subarray(cut));
      const replies = [await server.receive(), await server.receive(), await server.receive()];
      const byId = new Map(replies.map((reply) => [reply.id, reply]));
      expect([...byId.keys()].sort()).toEqual([1, 2, 3]);
      expect(byId.get(3)?.result?.extra).toEqual({ "echo.text": ECHOED });
    }
  });

  it("of several megabytes are received in memory that is used again", async () => {
    const texts = Array.from({ length: 40 }, (_, i): FrameText => ({
      text: `${"x".repeat(100_000)}${i}`,
      encoding: i % 2 ? "latin1" : "utf16le",
    }));
    for (let round = 0; round < 5; round++) {
      const mine = texts.slice(round);
      const { result } = await score({ rewards: ["ends_with"], completions: [...mine.keys()] }, mine);
      expect(result?.extra).toEqual({
        "ends_with.end": mine.map((_, i) => String(i + round).padStart(3, "x")),
      });
    }
  });

  it.each([
    ["a header that is no JSON", rawFrame("{oops", Buffer.alloc(3)), -32700, null, /not JSON/],
    ["an empty header", rawFrame("", Buffer.alloc(3)), -32700, null, /not JSON/],
    ["nothing at all", rawFrame("", Buffer.alloc(0)), -32700, null, /not JSON/],
    ["a batch as header", rawFrame("[]", Buffer.alloc(0)), -32600, null, /must be one request/],
    ["a number as header", rawFrame("5", Buffer.alloc(0)), -32600, null, /must be one request/],
    [
      "no layout",
      rawFrame('{"jsonrpc":"2.0","id":7,"method":"score"}', Buffer.alloc(3)),
      -32602,
      7,
      /"texts" of the frame/,
    ],
    [
      "lengths that say more than was sent",
      rawFrame('{"id":7,"texts":{"encodings":["latin1"],"bytes":[4]}}', Buffer.alloc(3)),
      -32602,
      7,
      /4 bytes in sum, and 3 were sent/,
    ],
    [
      "lengths that say less",
      rawFrame('{"id":7,"texts":{"encodings":["latin1"],"bytes":[2]}}', Buffer.alloc(3)),
      -32602,
      7,
      /2 bytes in sum, and 3 were sent/,
    ],
    [
      "a negative length",
      rawFrame('{"id":7,"texts":{"encodings":["latin1","latin1"],"bytes":[4,-1]}}', Buffer.alloc(3)),
      -32602,
      7,
      /bytes\[1\] must be >= 0/,
    ],
    [
      "a huge length",
      rawFrame('{"id":7,"texts":{"encodings":["latin1"],"bytes":[1e300]}}', Buffer.alloc(3)),
      -32602,
      7,
      /bytes\[0\] must be/,
    ],
    [
      "an unknown encoding",
      rawFrame('{"id":7,"texts":{"encodings":["utf7"],"bytes":[3]}}', Buffer.alloc(3)),
      -32602,
      7,
      /encodings\[0\] must be/,
    ],
    [
      "fewer encodings than texts",
      rawFrame('{"id":7,"texts":{"encodings":[],"bytes":[3]}}', Buffer.alloc(3)),
      -32602,
      7,
      /0 encodings for 1 texts/,
    ],
    [
      "half a character of UTF-16",
      rawFrame('{"id":7,"texts":{"encodings":["utf16le"],"bytes":[3]}}', Buffer.alloc(3)),
      -32602,
      7,
      /odd number/,
    ],
  ])("with %s are refused, and the server goes on", async (_, bytes, code, id, message) => {
    const { error, id: answered } = await send(bytes);
    expect(error?.message).toMatch(message);
    expect({ code: error?.code, id: answered }).toEqual({ code, id });
    expect((await send(echoAll(1))).result?.extra).toEqual({ "echo.text": ECHOED });
  });

  it("cannot name a text that is not there, and lines cannot name any", async () => {
    const params = { rewards: ["echo"], completions: [0, [{ role: "user", content: 1 }]] };
    const framed = await score(params, [{ text: "only" }]);
    expect(framed.error?.message).toContain("completions[1] names the text 1, but the frame has 1");
    const line = await server.call("score", params);
    expect(line.error?.message).toContain("completions[0] names the text 0, but this request is no frame");
  });

  it("read invalid UTF-8 as U+FFFD", async () => {
    const params = { rewards: ["echo"], completions: [0] };
    const header = {
      jsonrpc: "2.0",
      id: 1,
      method: "score",
      params,
      texts: { encodings: ["utf8"], bytes: [3] },
    };
    const { result } = await send(rawFrame(JSON.stringify(header), Buffer.from([0x61, 0xff, 0x62])));
    expect(result?.extra).toEqual({ "echo.text": ["a\ufffdb"] });
  });

  it("that look like frames and are none are lines that are no JSON", async () => {
    const { error } = await send(Buffer.from("\xfeGR9 hello\n", "latin1"));
    expect(error?.code).toBe(-32700);
    expect((await send(echoAll(1))).result?.extra).toEqual({ "echo.text": ECHOED });
  });
});

describe("the limit of a request", () => {
  it("holds for frames, whose bytes are dropped as they come", async () => {
    const server = new ServerProcess(["--rewards", USER_REWARDS, "--max-frame-bytes", "2000"], "socket");
    const large = frame({ id: 1, method: "score" }, [{ text: "x".repeat(3000) }]);
    server.output.write(large);
    const { error } = await server.receive();
    expect(error).toMatchObject({ code: -32006, data: { code: "too_large" } });
    expect(error?.message).toMatch(/over the limit of 2000/);
    server.output.write(echoAll(2));
    expect((await server.receive()).id).toBe(2);
    expect(await server.end()).toBe(0);
  });

  it("is compared with what a frame claims, before anything is kept for it", async () => {
    const server = new ServerProcess([], "socket");
    server.output.write(rawFrame("{}", Buffer.alloc(0), [0xffffffff, 0xffffffff]));
    expect((await server.receive()).error?.code).toBe(-32006);
    expect(await server.end()).toBe(0);
  });
});

describe("a stream that ends within a frame", () => {
  it("is said so on standard input, and ends the server", async () => {
    const server = new ServerProcess();
    server.output.write(echoAll(1).subarray(0, 100));
    server.output.end();
    expect((await server.receive()).error?.message).toContain("ended within a frame");
    expect(await server.exited()).toBe(0);
  });

  it("costs other clients of a unix socket nothing", async () => {
    const path = freshPath();
    const server = new ListeningServer(["--socket", path]);
    await server.listening("socket");
    const cut = connect(path);
    cut.end(echoAll(1).subarray(0, 100));
    const whole = new SocketClient(path);
    whole.socket.write(echoAll(2));
    const { result } = await whole.receive();
    expect(result?.extra).toEqual({ "echo.text": ECHOED });
    await server.end();
  });
});
