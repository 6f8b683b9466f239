import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { MAIN } from "./server-process.js";

interface Report {
  readonly ok: boolean;
  readonly findings: readonly { readonly name: string; readonly status: string; readonly advice?: string }[];
}

async function doctor(
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ readonly stdout: string; readonly code: number }> {
  const options = { env: { ...process.env, ...env } };
  try {
    return { ...(await promisify(execFile)(process.execPath, [MAIN, "doctor", ...args], options)), code: 0 };
  } catch (error) {
    return error as { readonly stdout: string; readonly code: number };
  }
}

describe("doctor", () => {
  it("finds everything in order here", async () => {
    const { stdout, code } = await doctor();
    expect(stdout).toMatch(/^ok +node +\d+\.\d+\.\d+/m);
    const interpreters = ["mathjs", "nerdamer", "pyodide", "quickjs", "sucrase"];
    for (const name of [
      ...interpreters,
      "csv-parse",
      "hyparquet",
      "hyparquet-compressors",
      "hyparquet-writer",
    ])
      expect(stdout).toMatch(new RegExp(`^ok +${name} +\\d+\\.\\d+`, "m"));
    expect(stdout).toMatch(/^ok +scores of a server +as they should be/m);
    expect(stdout).toMatch(/\nReady to score\.\n$/);
    expect(code).toBe(0);
  });

  it("says what fails, and what to do about it", async () => {
    const { stdout, code } = await doctor(["--json"], { TMPDIR: "/nowhere" });
    const { ok, findings } = JSON.parse(stdout) as Report;
    expect([ok, code]).toEqual([false, 1]);
    expect(findings.filter(({ status }) => status === "failed")).toEqual([
      expect.objectContaining({
        name: "unix sockets",
        advice: expect.stringContaining("TMPDIR") as string,
      }),
    ]);
  });
});
