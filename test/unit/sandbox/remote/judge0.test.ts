import { describe, expect, it } from "vitest";
import { judge0 } from "../../../../src/sandbox/remote/judge0.js";
import { type Answer, type LocalServer, serveLocally } from "../../http/local-server.js";
import { going, openAt, task } from "./service.js";

const LANGUAGES = [
  { id: 70, name: "Python (2.7.17)" },
  { id: 92, name: "Python (3.11.2)" },
  { id: 71, name: "Python (3.8.1)" },
  { id: 54, name: "C++ (GCC 9.2.0)" },
];

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** What a submission looks like at its end. */
const ended = (id: number, fields: object = {}): Answer => ({
  json: {
    status: { id, description: "" },
    stdout: null,
    stderr: null,
    compile_output: null,
    message: null,
    time: "0.021",
    memory: 3000,
    exit_code: null,
    ...fields,
  },
});

const waiting = { json: { status: { id: 2, description: "Processing" } } };

/** A service whose submission stands like this, each time that it is looked at. */
function serve(...looks: readonly Answer[]): Promise<LocalServer> {
  let next = 0;
  return serveLocally(({ method, path }) => {
    if (path === "/languages") return { json: LANGUAGES };
    return method === "POST" ? { status: 201, json: { token: "a/b" } } : (looks[next++] ?? { status: 599 });
  });
}

const holding = (text: string): unknown => expect.stringContaining(text);

describe("Judge0", () => {
  it("is asked for the newest version of a language, and looked at until it has an end", async () => {
    const end = ended(3, { stdout: base64("hé\n"), exit_code: 0 });
    await using server = await serve({ json: { status: { id: 1 } } }, waiting, end);
    const engine = openAt(judge0, server.url);
    expect(await engine.languages(going)).toEqual(["python", "cpp"]);
    expect(await engine.run(task({ stdin: "é" }), going)).toEqual({
      ended: "itself",
      exitCode: 0,
      stdout: "hé\n",
      stderr: "",
      wallMs: 21,
      memoryBytes: 3072000,
    });
    expect(server.received.map(({ method, path }) => `${method} ${path.split("?")[0]}`)).toEqual([
      "GET /languages",
      "POST /submissions",
      ...Array<string>(3).fill("GET /submissions/a%2Fb"),
    ]);
    expect(server.received[1]?.body).toEqual({
      source_code: base64("print(1)"),
      language_id: 92,
      stdin: base64("é"),
      cpu_time_limit: 2,
      wall_time_limit: 2,
      memory_limit: 256 << 10,
      enable_network: false,
    });
  });

  it.each<[string, Answer, object]>([
    ["a timeout", ended(5), { ended: "timeout" }],
    ["a compile error", ended(6, { compile_output: base64("no") }), { ended: "compile_error", stderr: "no" }],
    ["a signal", ended(7), { ended: "itself", exitCode: null }],
    ["too much output", ended(8), { ended: "output_limit" }],
    [
      "an exit code",
      ended(11, { exit_code: 3, stderr: base64("e") }),
      { ended: "itself", exitCode: 3, stderr: "e" },
    ],
    ["all memory used", ended(11, { exit_code: 1, memory: 256 << 10 }), { ended: "memory_limit" }],
    ["an error of its own", ended(13, { message: base64("box") }), { outage: "its sandbox failed: box" }],
    ["a program that was not started", ended(14), { outage: holding("its sandbox failed") }],
    ["a lost submission", { status: 404, json: {} }, { outage: holding("status 404") }],
  ])("tells %s", async (_case, end, report) => {
    await using server = await serve(end);
    expect(await openAt(judge0, server.url).run(task(), going)).toMatchObject(report);
  });

  it.each<[string, Answer]>([
    ["a refusal", { status: 422, json: { memory_limit: ["too much"] } }],
    ["a reply without a token", { status: 201, json: {} }],
  ])("reports an outage for %s", async (_case, answer) => {
    await using server = await serveLocally(({ path }) =>
      path === "/languages" ? { json: LANGUAGES } : answer,
    );
    expect(await openAt(judge0, server.url).run(task(), going)).toHaveProperty("outage");
  });

  it("does not run what it does not know", async () => {
    await using server = await serve();
    expect(await openAt(judge0, server.url).run(task({ language: "go" }), going)).toEqual({
      outage: "it does not run go",
      isLasting: true,
    });
  });
});
