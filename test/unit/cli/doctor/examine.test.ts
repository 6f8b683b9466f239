import { describe, expect, it } from "vitest";
import { describeFindings, examine } from "../../../../src/cli/doctor/examine.js";
import { ok, type Probe } from "../../../../src/cli/doctor/probe.js";
import { checkReply } from "../../../../src/cli/doctor/self-test.js";

const probe = (name: string, run: Probe["run"]): Probe => ({ name, run, advice: `Mend ${name}.` });

describe("examine", () => {
  it("goes on after a probe that throws, and says what to do about it", async () => {
    const findings = await examine([
      probe("one", () => ok("1.0")),
      probe("two", () => {
        throw new Error("broken");
      }),
      probe("three", () => Promise.reject(new Error("also broken"))),
      probe("four", () => ({ status: "absent", detail: "not needed" })),
    ]);
    expect(findings).toEqual([
      { name: "one", status: "ok", detail: "1.0" },
      { name: "two", status: "failed", detail: "broken", advice: "Mend two." },
      { name: "three", status: "failed", detail: "also broken", advice: "Mend three." },
      { name: "four", status: "absent", detail: "not needed" },
    ]);
    expect(describeFindings(findings)).toBe(
      [
        "ok      one    1.0",
        "FAILED  two    broken",
        "               Mend two.",
        "FAILED  three  also broken",
        "               Mend three.",
        "absent  four   not needed",
        "",
        "2 of 4 checks failed.",
        "",
      ].join("\n"),
    );
  });
});

describe("checkReply", () => {
  it.each([
    [
      "other scores",
      { result: { scores: { accuracy: [1, 1, 1, null], think_format: [1, 0, 0, 0] } } },
      /not \{/,
    ],
    ["an error", { error: { message: "no such reward" } }, /no such reward/],
  ])("refuses %s", (_what, reply, reason) => {
    expect(() => checkReply(JSON.stringify(reply))).toThrow(reason);
  });
});
