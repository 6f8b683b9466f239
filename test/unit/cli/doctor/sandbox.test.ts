import { describe, expect, it } from "vitest";
import { describeSandbox } from "../../../../src/cli/doctor/sandbox.js";

const available = { available: true } as const;

describe("describeSandbox", () => {
  it("names what runs, and what does not, with what to do", () => {
    const languages = {
      python: available,
      javascript: available,
      cpp: { reason: "No g++.", advice: "Install g++." },
    };
    expect(describeSandbox({ isolation: "native", languages })).toEqual({
      status: "ok",
      detail: "runs python, javascript; not cpp: No g++.",
      advice: "Install g++.",
    });
  });

  it("says once why nothing runs", () => {
    const missing = { reason: "No bwrap.", advice: "Install bubblewrap." };
    expect(describeSandbox({ isolation: "native", languages: { python: missing, cpp: missing } })).toEqual({
      status: "absent",
      detail: "runs nothing: No bwrap.",
      advice: "Install bubblewrap.",
    });
  });

  it("has no advice where nothing is missing", () => {
    expect(describeSandbox({ isolation: "embedded", languages: { python: available } })).toEqual({
      status: "ok",
      detail: "runs python",
    });
  });
});
