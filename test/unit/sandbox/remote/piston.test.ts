import { describe, expect, it } from "vitest";
import { piston } from "../../../../src/sandbox/remote/piston.js";
import { type Answer, type LocalServer, serveLocally } from "../../http/local-server.js";
import recordings from "./piston-recordings.json" with { type: "json" };
import { going, openAt, task } from "./service.js";

/** A server of Piston 3.1.1 that answers every execution with these in turn. */
const serve = (...answers: readonly Answer[]): Promise<LocalServer> => {
  let next = 0;
  return serveLocally(({ path }) =>
    path === "/api/v2/runtimes" ? { json: recordings.runtimes } : (answers[next++] ?? { status: 599 }),
  );
};

/** What the real server has answered. */
function recorded(name: string): Answer {
  const found = recordings.executions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no recording ${name}`);
  const { status, response } = found;
  return { status, ...(response === "" ? { text: "" } : { json: response }) };
}

const run = async (name: string, outputBytes?: number): Promise<unknown> => {
  await using server = await serve(recorded(name));
  return await openAt(piston, server.url, outputBytes).run(task(), going);
};

const holding = (text: string): unknown => expect.stringContaining(text);

describe("what Piston has answered", () => {
  it.each([
    ["ok", { ended: "itself", exitCode: 0, stdout: "6\n", stderr: "", wallMs: 51 }],
    ["unicode", { ended: "itself", exitCode: 0, stdout: "hé ✓ 🎉\n" }],
    ["invalid utf8 out", { ended: "itself", exitCode: 0, stdout: "��1" }],
    ["wall timeout", { ended: "timeout" }],
    ["cpu timeout", { ended: "timeout" }],
    ["exit code", { ended: "itself", exitCode: 3 }],
    ["signal", { ended: "itself", exitCode: null }],
    ["memory", { ended: "itself", exitCode: 1, stderr: holding("MemoryError") }],
    ["compile error", { ended: "compile_error", stderr: holding("not declared") }],
    ["compile+run", { ended: "itself", exitCode: 0, stdout: "42\n" }],
    ["output limit", { ended: "output_limit" }],
    ["stderr limit", { ended: "output_limit" }],
    ["path escape", { outage: "status 500: ", isLasting: false }],
    ["unknown runtime", { outage: holding("nope-* runtime is unknown"), isLasting: true }],
  ])("%s", async (name, report) => {
    expect(await run(name)).toMatchObject(report);
  });

  it("is nobody's fault where the server allows less output than is asked for", async () => {
    expect(await run("output limit", 500)).toMatchObject({
      outage: holding("PISTON_OUTPUT_MAX_SIZE"),
      isLasting: true,
    });
  });
});

describe("Piston", () => {
  it("is asked for the newest version of a language", async () => {
    const runtimes = ["3.9.4", "3.12.0", "2.7.18"].map((version) => ({ language: "python", version }));
    await using server = await serveLocally(({ path }) =>
      path === "/api/v2/runtimes" ? { json: runtimes } : recorded("ok"),
    );
    const engine = openAt(piston, server.url);
    expect(await engine.languages(going)).toEqual(["python"]);
    await engine.run(task({ stdin: "1 2 3" }), going);
    expect(server.received.at(-1)?.body).toEqual({
      language: "python",
      version: "3.12.0",
      files: [{ name: "main.py", content: "print(1)" }],
      stdin: "1 2 3",
      run_timeout: 2000,
      run_cpu_time: 2000,
      run_memory_limit: 256 << 20,
    });
  });

  it("is asked for what it grants, and a program is not blamed for having had less", async () => {
    const refusal = {
      status: 400,
      json: { message: "run_timeout cannot exceed the configured limit of 1000" },
    };
    await using server = await serve(refusal, recorded("ok"), recorded("wall timeout"));
    const engine = openAt(piston, server.url);
    expect(await engine.run(task(), going)).toMatchObject({ stdout: "6\n" });
    expect(await engine.run(task(), going)).toMatchObject({
      outage: holding("after 1000 ms"),
      isLasting: true,
    });
    const granted = { run_timeout: 1000 };
    expect(server.received.slice(2).map(({ body }) => body)).toMatchObject([granted, granted]);
  });

  it("fails where its sandbox does, whatever the status of the reply", async () => {
    const run = { status: "XX", message: "isolate failed", code: null, stdout: "", stderr: "" };
    await using server = await serve({ json: { run } });
    expect(await openAt(piston, server.url).run(task(), going)).toEqual({
      outage: "its sandbox failed: isolate failed",
    });
  });

  it("tells a timeout in old releases by its signal", async () => {
    const run = { code: null, signal: "SIGKILL", stdout: "", stderr: "", output: "" };
    await using server = await serve({ json: { run } });
    expect(await openAt(piston, server.url).run(task(), going)).toMatchObject({ ended: "timeout" });
  });

  it.each<[Answer]>([
    [{ json: null }],
    [{ json: [] }],
    [{ json: { run: null } }],
    [{ text: "<html>" }],
    [{ end: "drop" }],
  ])("reports an outage for %j", async (answer) => {
    await using server = await serve(answer);
    expect(await openAt(piston, server.url).run(task(), going)).toHaveProperty("outage");
  });

  it("asks again for its runtimes after an outage", async () => {
    let requests = 0;
    await using server = await serveLocally(() =>
      requests++ === 0 ? { status: 502 } : { json: recordings.runtimes },
    );
    const engine = openAt(piston, `${server.url}/api/v2/piston`);
    expect(await engine.languages(going)).toHaveProperty("outage");
    expect(await engine.languages(going)).toEqual(["cpp", "python"]);
    expect(server.received.map(({ path }) => path)).toEqual(Array(2).fill("/api/v2/piston/runtimes"));
  });
});
