import { describe, expect, it } from "vitest";
import type { CodeRunner, Program, RunnerCapabilities } from "../../../src/code/index.js";
import { createRunner, ladderRunner, requireRunner, type RunnerChoice } from "../../../src/sandbox/ladder.js";

const LIMITS = { timeMs: 1000, memoryBytes: 1 << 20, outputBytes: 100 };

/** A runner that writes its own name. */
const runner = (isolation: string, languages: RunnerCapabilities["languages"]): CodeRunner => ({
  capabilities: () => Promise.resolve({ isolation, languages }),
  compile: ({ language }) => Promise.resolve({ outcome: "ok", artifact: { language, handle: null } }),
  run: (_artifact, inputs) => Promise.resolve(inputs.map(() => ({ outcome: "ok", stdout: isolation }))),
  close: () => Promise.resolve(),
});

const available = { available: true } as const;
const low = runner("low", { python: available, go: { reason: "No go.", advice: "Install go." } });
const high = runner("high", { python: available, cpp: available, go: { reason: "Nor here." } });
const none = runner("none", { cpp: { reason: "No boxes.", advice: "Install boxes." } });

async function whoRuns(ladder: CodeRunner, language: string, files?: Program["files"]): Promise<string> {
  const compiled = await ladder.compile({ language, source: "", ...(files && { files }) });
  if (compiled.outcome !== "ok") return `${compiled.outcome}: ${compiled.message}`;
  const [result] = await ladder.run(compiled.artifact, [{ kind: "stdin", text: "" }], LIMITS);
  return result?.stdout ?? "";
}

describe("a ladder of sandboxes", () => {
  const ladder = ladderRunner([low, high]);

  it.each([
    ["python", "low"],
    ["C++17", "high"],
    ["go", "infra_error: No go. Nor here."],
    ["cobol", "infra_error: No sandbox runs this language."],
  ])("runs %s on the first that can", async (language, expected) => {
    expect(await whoRuns(ladder, language)).toBe(expected);
  });

  it("gives programs with files to one that takes them", async () => {
    const taking: CodeRunner = {
      ...high,
      capabilities: async () => ({ ...(await high.capabilities()), takesFiles: true }),
    };
    const files = { "a.h": "" };
    expect(await whoRuns(ladderRunner([low, taking]), "python", files)).toBe("high");
    expect(await whoRuns(ladder, "python", files)).toMatch("infra_error");
    expect((await ladderRunner([low, taking]).capabilities()).takesFiles).toBe(true);
  });

  it("can what one of them can", async () => {
    expect(await ladder.capabilities()).toEqual({
      isolation: "low, high",
      languages: {
        python: available,
        cpp: available,
        go: { reason: "No go. Nor here.", advice: "Install go." },
      },
      takesFiles: false,
    });
  });
});

describe("requireRunner", () => {
  it("takes a runner that runs anything", async () => {
    await expect(requireRunner(low)).resolves.toBeUndefined();
  });

  it("tells why a runner runs nothing, and what to do", async () => {
    await expect(requireRunner(none)).rejects.toThrow(
      'The runner "none" cannot run here: No boxes. Install boxes.',
    );
  });
});

describe("createRunner", () => {
  it.each<[unknown, string]>([
    ["docker", 'there is no runner "docker"; there are auto, embedded, native'],
    [{ engine: "docker", endpoints: [] }, 'there is no engine "docker"; there are piston, sandbox_fusion,'],
    [{ engine: "piston" }, "endpoints must be a list of addresses; it is undefined"],
    [undefined, "the options of a remote runner must be an object; it is undefined"],
  ])("says what there is instead of %j", (choice, message) => {
    expect(() => createRunner(choice as RunnerChoice)).toThrow(message);
  });
});
