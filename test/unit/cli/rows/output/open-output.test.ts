import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openOutput } from "../../../../../src/cli/rows/output/open-output.js";

describe("where the lines of a command go", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "output-"))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("is standard output, or a file that is there at once", async () => {
    expect(openOutput(null)).toBe(process.stdout);
    const path = join(folder, "lines.jsonl");
    const output = openOutput(path);
    expect(readFileSync(path, "utf8")).toBe("");
    output.end("{}\n");
    await finished(output);
    expect(readFileSync(path, "utf8")).toBe("{}\n");
  });

  it("is written anew, or gone on with", async () => {
    const path = join(folder, "lines.jsonl");
    for (const flags of ["w", "w", "a"] as const) {
      const output = openOutput(path, flags);
      output.end(`${flags}\n`);
      await finished(output);
    }
    expect(readFileSync(path, "utf8")).toBe("w\na\n");
  });

  it("says at once that it cannot be written", () => {
    expect(() => openOutput(join(folder, "absent", "lines.jsonl"))).toThrow("ENOENT");
  });
});
