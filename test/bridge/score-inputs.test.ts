import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { folder, jsonLines, score } from "./run-score.js";
import { MAIN } from "./server-process.js";
import { until } from "./until.js";

describe("inputs", () => {
  const many = Array.from({ length: 4000 }, (_, i) => ({
    id: i,
    completion: `${"x".repeat(500)}\\boxed{${i % 3 === 0 ? i : i + 1}}`,
    solution: `${i}`,
  }));

  it("may be several files and packed by gzip, and are scored by several threads in order", () => {
    const at = folder();
    const [plain, packed, output] = [join(at, "a.jsonl"), join(at, "b"), join(at, "out.jsonl")];
    writeFileSync(plain, jsonLines(many.slice(0, 1500)));
    const half = many.slice(1500);
    // Members may follow each other, as after `cat a.gz b.gz`.
    const members = [half.slice(0, 1000), half.slice(1000)].map((rows) => gzipSync(jsonLines(rows)));
    writeFileSync(packed, Buffer.concat(members));
    const { code, stdout, stderr } = score([
      plain,
      packed,
      "--rewards",
      "accuracy",
      "--workers",
      "2",
      "-o",
      output,
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const rows = readFileSync(output, "utf8").trimEnd().split("\n");
    const scored = rows.map((line) => JSON.parse(line) as { id: number; reward: number });
    expect(scored.map(({ id, reward }) => [id, reward])).toEqual(
      many.map(({ id }) => [id, Number(id % 3 === 0)]),
    );
    expect(stderr).toContain("4,000 rows, ");
  });

  it("that end within a packed part are a failure", () => {
    const packed = gzipSync(jsonLines(many));
    const { code, stderr } = score(["--rewards", "accuracy"], packed.subarray(0, packed.length / 2));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^grpo-rewards: unexpected end of file$/m);
  });

  it("may be CSV, with quoted lines and a byte order mark", () => {
    const table = join(folder(), "table.csv.gz");
    const text =
      '\ufeffproblem,completion,answer\r\n"6 × 7?","It is\n""\\boxed{42}""",42\r\n1+1?,\\boxed{3},2\r\n';
    writeFileSync(table, gzipSync(text));
    const { code, lines } = score([table, "--rewards", "accuracy"]);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { problem: "6 × 7?", completion: 'It is\n"\\boxed{42}"', answer: "42", reward: 1 },
      { problem: "1+1?", reward: 0 },
    ]);
  });

  it("may be CSV with cells that hold JSON, of which answers stay texts", () => {
    const table = join(folder(), "table.csv");
    const quoted = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const generations = quoted(["\\boxed{007}", "\\boxed{8}"]);
    writeFileSync(table, `problem,answer,generations\n"1+6?",007,${generations}\n`);
    expect(score([table, "--rewards", "accuracy", "--advantages", "grpo"]).lines).toMatchObject([
      { answer: "007", generations: ["\\boxed{007}", "\\boxed{8}"], reward: [1, 0] },
    ]);
    writeFileSync(table, `completion,target,numbers\n"<answer>4 * 6</answer>",24,"[4, 6]"\n`);
    expect(score([table, "--rewards", "countdown"]).lines).toMatchObject([{ numbers: [4, 6], reward: 1 }]);
  });

  it("may be Parquet, whatever its name, with lists and whole numbers of 64 bits", () => {
    const parquet = join(folder(), "rows");
    copyFileSync(new URL("fixtures/generations.parquet", import.meta.url), parquet);
    const { code, lines, stderr } = score([parquet, "--rewards", "accuracy"]);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "fields by the first row: completion = generations, prompt = problem, reference = ",
    );
    expect(lines).toMatchObject([
      { id: 2 ** 53 - 1, messages: [{ role: "user", content: "6 × 7?" }], reward: [1, 0] },
      { id: "9223372036854775807", reward: [1] },
      { id: 2, generations: [], reward: [] },
    ]);
  });

  it("that are damaged fail the run", () => {
    const at = folder();
    const [table, parquet] = [join(at, "a.csv"), join(at, "b.parquet")];
    writeFileSync(table, 'completion\n"x\n');
    writeFileSync(parquet, "PAR1 and no more");
    for (const path of [table, parquet]) {
      const { code, stderr } = score([path, "--rewards", "think_format"]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^grpo-rewards: [^\n]+\n$/);
    }
  });

  it("that are empty have no rows", () => {
    const { code, stdout, stderr } = score(["--rewards", "accuracy"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(/^0 rows, 0 rows\/s$/m);
  });
});

describe("a run that was killed", () => {
  it("goes on where it ended, and no line is lost or doubled", async () => {
    const at = folder();
    const [input, whole, output] = [join(at, "in.jsonl"), join(at, "whole.jsonl"), join(at, "out.jsonl")];
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      id: i,
      group: Math.floor(i / 5),
      completion: `${"x".repeat(300)}\\boxed{${i % 5}}`,
      solution: "1",
    }));
    writeFileSync(input, jsonLines(rows));
    const args = [
      input,
      "--rewards",
      "accuracy",
      "--advantages",
      "grpo",
      "--group-field",
      "group",
      "--workers",
      "2",
    ];
    expect(score([...args, "-o", whole]).code).toBe(0);

    const child = spawn(process.execPath, [MAIN, "score", ...args, "-o", output], { stdio: "ignore" });
    await until(() => (statSync(output, { throwIfNoEntry: false })?.size ?? 0) > 100_000);
    child.kill("SIGKILL");
    await once(child, "exit");
    const before = readFileSync(output, "utf8");
    expect(before.length).toBeLessThan(statSync(whole).size);
    // Wherever the kill fell: within a line, and within a group.
    const lines = before.split("\n").slice(0, -1);
    const cut = lines.slice(0, lines.length - (lines.length % 5) - 2);
    writeFileSync(output, cut.map((line) => `${line}\n`).join(""));
    appendFileSync(output, '{"id":3,"compl');

    const { code, stderr } = score([...args, "-o", output, "--resume"]);
    expect(code).toBe(0);
    expect(stderr).toContain(`${(rows.length - cut.length).toLocaleString("en")} rows, `);
    expect(readFileSync(output, "utf8") === readFileSync(whole, "utf8")).toBe(true);

    expect(score([...args, "-o", output, "--resume"]).stderr).toMatch(/^0 rows/m);
    expect(readFileSync(output, "utf8") === readFileSync(whole, "utf8")).toBe(true);
  });
});
