import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { MAIN } from "./server-process.js";

interface Ran {
  readonly code: number | null;
  readonly lines: Record<string, unknown>[];
  readonly stdout: string;
  readonly stderr: string;
}

function verify(args: readonly string[], input = ""): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "verify", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const lines = stdout.startsWith("{") && !args.includes("--json") ? stdout.trimEnd().split("\n") : [];
  return {
    code: status,
    stdout,
    stderr,
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

const jsonLines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

describe("one pair", () => {
  it("is explained", () => {
    const { code, stdout } = verify(["--gold", "\\frac12", "--completion", "It is \\boxed{0.5}."]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^reference +\\frac12$/m);
    expect(stdout).toMatch(/^extracted +0\.5 +\(in the last \\boxed\{\}, characters 13 to 16\)$/m);
    expect(stdout).toMatch(/^verdict +correct, decided by \w+$/m);
  });

  it("is explained as JSON, and a wrong answer is no failure of the run", () => {
    const { code, stdout } = verify(["--gold", "-5", "--answer", "5", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: { status: "incorrect" },
      reference: { text: "-5" },
      candidate: { text: "5" },
    });
  });

  it("is judged by the policy that is given", () => {
    const verdicts = [[], ["--policy", "units=required"]].map((flags) => {
      const { stdout } = verify(["--gold", "10\\text{ cm}", "--answer", "10", ...flags]);
      return /^verdict +(\w+)/m.exec(stdout)?.[1];
    });
    expect(verdicts).toEqual(["correct", "incorrect"]);
  });

  it.each([
    [["--gold", "1"]],
    [["--answer", "1"]],
    [["--completion", ""]],
    [["--gold", "1", "--answer", "1", "--completion", "1"]],
    [["--gold", "1", "--answer", "1", "pairs.jsonl"]],
    [["--policy", "units"]],
    [["--policy", "units=none"]],
    [["--policy", "constructor=1"]],
    [["--policy", "digits=many"]],
    [["--preset", "other"]],
    [["--workers", "0"]],
    [["pairs.jsonl", "-o", "./pairs.jsonl"]],
  ])("is a usage error in %j", (args) => {
    const { code, stdout, stderr } = verify(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: /);
  });
});

describe("pairs", () => {
  it("have one line each, in order, with the id of theirs", () => {
    const { code, lines, stderr } = verify(
      ["--reference-field", "gold", "--answer-field", "pred"],
      jsonLines([
        { id: "a", gold: "1/2", pred: "Thus \\boxed{0.5}." },
        { id: 7, gold: 2, pred: "Thus \\boxed{3}." },
        { gold: "2", pred: "I do not know." },
        { gold: "", pred: "\\boxed{1}" },
      ]),
    );
    expect(code).toBe(0);
    const us = expect.any(Number) as number;
    const by = expect.any(String) as string;
    expect(lines).toEqual([
      { id: "a", correct: true, by, reason: null, extracted: "0.5", us },
      { id: 7, correct: false, by, reason: null, extracted: "3", us },
      { correct: false, by: null, reason: "candidate:no_answer", extracted: null, us },
      { correct: null, by: null, reason: "reference:empty", extracted: "1", us },
    ]);
    expect(stderr).toBe("4 lines: 1 correct, 2 wrong, 1 undecided, 0 bad\n");
  });

  it("with bad lines among them are judged, and the run fails", () => {
    const input =
      '{"reference":"1","answer":1}\n\nnot json\n{"reference":"1"}\n{"reference":"1","answer":"2"}';
    const { code, lines, stderr } = verify(["--bare"], input);
    expect(code).toBe(1);
    expect(lines.map(({ correct, reason }) => [correct, reason])).toEqual([
      [true, null],
      [null, "bad_line: the line is blank"],
      [null, "bad_line: the line is not JSON"],
      [null, 'bad_line: there is no field "answer"'],
      [false, null],
    ]);
    expect(stderr).toContain("3 bad (the first: line 2, the line is blank)");
  });

  it("go from a file to a file, and are compared with labels", () => {
    const folder = mkdtempSync(join(tmpdir(), "verify-"));
    const [input, output] = [join(folder, "in.jsonl"), join(folder, "out.jsonl")];
    const rows = [true, false, true, false].map((right, i) => ({
      reference: "1",
      answer: i < 2 ? "1" : "2",
      right,
    }));
    writeFileSync(input, jsonLines(rows));
    const { code, stdout, stderr } = verify([input, "--bare", "--label-field", "right", "-o", output]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(readFileSync(output, "utf8").match(/"correct":true/g)).toHaveLength(2);
    expect(stderr).toMatch(/^correct +1 +1$/m);
    expect(stderr).toMatch(/^wrong +1 +1$/m);
    expect(stderr).toContain("accuracy: 50.00 %");
    expect(stderr).toContain('false positives: 1\n  line 2: reference "1", extracted "1"');
  });

  it("over several threads stay in order", () => {
    const filler = "x".repeat(500);
    const rows = Array.from({ length: 6000 }, (_, i) => ({
      id: i,
      reference: `${i}`,
      completion: `${filler}\\boxed{${i % 3 === 0 ? i : i + 1}}`,
    }));
    const { code, lines } = verify(["--workers", "3"], jsonLines(rows));
    expect(code).toBe(0);
    expect(lines.map(({ id, correct }) => [id, correct])).toEqual(rows.map(({ id }) => [id, id % 3 === 0]));
  });

  it("are answered while the input is still open", async () => {
    const child = spawn(process.execPath, [MAIN, "verify", "--bare"], { stdio: ["pipe", "pipe", "ignore"] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const correct of [true, false]) {
      child.stdin.write(jsonLines([{ reference: "1", answer: correct ? "1" : "2" }]));
      const { value } = (await lines.next()) as { value: string };
      expect(JSON.parse(value)).toMatchObject({ correct });
    }
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("end quietly when their reader leaves", async () => {
    const child = spawn(process.execPath, [MAIN, "verify", "--bare"], { stdio: ["pipe", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin.on("error", () => undefined);
    child.stdout.once("data", () => child.stdout.destroy());
    const rows = jsonLines(Array.from({ length: 20_000 }, () => ({ reference: "1", answer: "1" })));
    child.stdin.end(rows);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(stderr).toBe("");
  });

  it.each([
    [["/nowhere/pairs.jsonl"], /no such file.*pairs\.jsonl/],
    [["-o", "/nowhere/out.jsonl"], /no such file.*out\.jsonl/],
    [["/"], /directory/],
  ])("cannot be had with %j", (args, message) => {
    const { code, stdout, stderr } = verify(args, "{}\n");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^grpo-rewards: /);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
