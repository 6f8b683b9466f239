import { describe, expect, it } from "vitest";
import { sandboxFusion } from "../../../../src/sandbox/remote/sandbox-fusion.js";
import { type Answer, serveLocally } from "../../http/local-server.js";
import { going, openAt, task } from "./service.js";

const finished = {
  status: "Finished",
  execution_time: 0.03,
  return_code: 0,
  stdout: "",
  stderr: "",
};

const reply = (status: string, run_result: object | null, compile_result: object | null = null): Answer => ({
  json: { status, message: "told", compile_result, run_result, executor_pod_name: null, files: {} },
});

const holding = (text: string): unknown => expect.stringContaining(text);

describe("SandboxFusion", () => {
  it("is asked to run a program", async () => {
    await using server = await serveLocally(() => reply("Success", { ...finished, stdout: "6\n" }));
    const engine = openAt(sandboxFusion, server.url);
    const source = "console.log(6)";
    expect(await engine.run(task({ language: "javascript", source, stdin: "1" }), going)).toEqual({
      ended: "itself",
      exitCode: 0,
      stdout: "6\n",
      stderr: "",
      wallMs: 30,
    });
    expect(server.received[0]).toMatchObject({
      method: "POST",
      path: "/run_code",
      body: { code: source, language: "nodejs", stdin: "1", run_timeout: 2, memory_limit_MB: 256 },
    });
  });

  it.each<[string, Answer, object]>([
    ["an exit code", reply("Failed", { ...finished, return_code: 3 }), { ended: "itself", exitCode: 3 }],
    [
      "a timeout",
      reply("Failed", { ...finished, status: "TimeLimitExceeded", return_code: null }),
      { ended: "timeout" },
    ],
    [
      "a program that compiled",
      reply("Success", finished, { ...finished, stdout: "w" }),
      { ended: "itself", stdout: "" },
    ],
    [
      "a program that does not compile",
      reply("Failed", null, { ...finished, return_code: 1, stderr: "expected ;" }),
      { ended: "compile_error", stderr: "expected ;" },
    ],
    [
      "a compiler that takes too long",
      reply("Failed", null, { ...finished, status: "TimeLimitExceeded", return_code: null }),
      { ended: "compile_error" },
    ],
    ["an error of its own", reply("SandboxError", null), { outage: "its sandbox failed: told" }],
    [
      "an error of the runner",
      reply("Failed", { ...finished, status: "Error" }),
      { outage: holding("told") },
    ],
    ["a reply without a run", { json: {} }, { outage: holding("without a run") }],
    ["no JSON", { text: "<html>" }, { outage: holding("no JSON") }],
    ["a refusal", { status: 422, text: "bad" }, { outage: "status 422: bad", isLasting: true }],
  ])("tells %s", async (_case, answer, report) => {
    await using server = await serveLocally(() => answer);
    expect(await openAt(sandboxFusion, server.url).run(task(), going)).toMatchObject(report);
  });
});
