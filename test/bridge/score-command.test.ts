import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { folder, jsonLines, score } from "./run-score.js";
import { MAIN } from "./server-process.js";

const RIGHT = "<think>6 × 7</think>\\boxed{42}";
const ROWS = [
  { id: "a", prompt: "6 × 7?", completion: RIGHT, solution: "42" },
  { id: "b", prompt: "6 × 7?", completion: "\\boxed{41}", solution: "42" },
  { id: "c", prompt: "1 + 1?", completion: "I do not know.", solution: "2" },
  { id: "d", prompt: "1 + 1?", completion: "\\boxed{2}", solution: null },
];

describe("rows", () => {
  it("keep their fields, their order, and get scores, verdicts and answers", () => {
    const { code, lines, stderr } = score(["--rewards", "accuracy,think_format"], jsonLines(ROWS));
    expect(code).toBe(0);
    expect(lines.map((line, i) => ({ ...line, ...ROWS[i] }))).toEqual(lines);
    expect(lines[0]).toEqual({
      ...ROWS[0],
      scores: { accuracy: 1, think_format: 1 },
      reward: 2,
      verdicts: { accuracy: { status: "correct", by: expect.any(String) as string }, think_format: null },
      extra: { "accuracy.extracted": "42" },
    });
    expect(lines.map(({ scores }) => (scores as Record<string, unknown>).accuracy)).toEqual([1, 0, 0, null]);
    expect(lines[3]).toMatchObject({ verdicts: { accuracy: { fault: "reference", reason: "missing" } } });
    expect(stderr).toMatch(
      /^fields by the first row: completion = completion, prompt = prompt, reference = solution$/m,
    );
    expect(stderr).toMatch(
      /^4 rows, [\d,]+ rows\/s; mean: accuracy 0\.3333 \(1 null\), think_format 0\.25$/m,
    );
  });

  it("keep every digit and every space of theirs", () => {
    const row = '{ "id": 12345678901234567890, "completion": "\\boxed{1}", "solution": "1" }';
    expect(score(["--rewards", "accuracy"], `${row}\n`).stdout.startsWith(row.slice(0, -1))).toBe(true);
  });

  it("lose the results of a former run and, with --keep, all but some fields", () => {
    const rows = [{ ...ROWS[0], scores: { old: 1 }, meta: { source: "x" } }];
    const { stdout } = score(["--rewards", "accuracy"], jsonLines(rows));
    expect(stdout.match(/"scores":/g)).toHaveLength(1);
    const kept = score(["--rewards", "accuracy", "--keep", "id,meta.source,none"], jsonLines(rows)).lines;
    expect(Object.keys(kept[0] ?? {})).toEqual([
      "id",
      "meta.source",
      "scores",
      "reward",
      "verdicts",
      "extra",
    ]);
  });

  it("may hold a list of completions, which is a group", () => {
    const row = { problem: "6 × 7?", answer: "42", generations: [RIGHT, "\\boxed{41}"] };
    const { lines } = score(["--rewards", "accuracy", "--advantages", "grpo"], jsonLines([row]));
    expect(lines[0]).toMatchObject({ scores: { accuracy: [1, 0] }, reward: [1, 0] });
    const [first, second] = lines[0]?.advantage as number[];
    expect(first).toBeCloseTo(-(second ?? 0));
    expect(first).toBeGreaterThan(0.5);
  });

  it("tell with --timings how long each reward took, of a group at its first completion", () => {
    const list = { prompt: "6 × 7?", completion: [RIGHT, "\\boxed{41}"], solution: "42" };
    const rewards = ["--rewards", "accuracy,diversity", "--timings"];
    const isTime = expect.closeTo(1000, -3.5) as number;
    expect(score(rewards, jsonLines([{ ...list, timings: "of a former run" }])).lines[0]).toMatchObject({
      timings: { accuracy: [isTime, isTime], diversity: [isTime, null] },
    });
    const many = Array.from({ length: 4000 }, (_, i) => ROWS[i % ROWS.length] ?? {});
    const { lines } = score(["--rewards", "accuracy", "--timings", "--workers", "2"], jsonLines(many));
    const times = lines.map(({ timings }) => (timings as Record<string, number>).accuracy ?? NaN);
    expect(times.filter((time) => time >= 0)).toHaveLength(many.length);
  });

  it("that follow each other form groups by a field, however they are cut", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      group: Math.floor(i / 7),
      text: `${"x".repeat(600)}\\boxed{${i % 7 === 0 ? 1 : 2}}`,
      gold: 1,
    }));
    const flags = ["--group-field", "group", "--completion-field", "text", "--reference-field", "gold"];
    const advantages = '{"estimator":"grpo","scale":"none"}';
    const { code, lines } = score(
      ["--rewards", "accuracy", "--advantages", advantages, "--workers", "2", ...flags],
      jsonLines(rows),
    );
    expect(code).toBe(0);
    const whole = lines.slice(0, 2996);
    expect(whole.map(({ advantage }) => Math.round(7 * (advantage as number)))).toEqual(
      whole.map((_, i) => (i % 7 === 0 ? 6 : -1)),
    );
  });

  it("that cannot be scored are told with their number, and fail the run with --strict alone", () => {
    const bad = ["not json", "", '{"id":1}', '{"completion":7,"solution":"1"}', '{"completion":"1"}', "[]"];
    const input = [jsonLines(ROWS.slice(0, 1)).trim(), ...bad, jsonLines(ROWS.slice(0, 1))].join("\n");
    const { code, lines, stderr } = score(["--rewards", "accuracy"], input);
    expect(code).toBe(0);
    expect(lines.map(({ reward, error }) => error ?? reward)).toEqual([
      1,
      "line 2: the line is not JSON",
      "line 3: the line is blank",
      'line 4: there is no field "completion"',
      'line 5: the field "completion" holds neither a text nor a list',
      'line 6: there is no field "solution"',
      "line 7: the line is not a JSON object",
      1,
    ]);
    expect(stderr).toContain("-:4: not scored: there is no field");
    expect(stderr).toContain("8 rows, 6 not scored, ");
    expect(score(["--rewards", "accuracy", "--strict"], input).code).toBe(1);
  });

  it("of a value that a reward refuses concern no other row", () => {
    const rows = [true, "many", false].map((truncated) => ({ completion: "x", truncated }));
    const { code, lines } = score(["--rewards", "truncation_penalty"], jsonLines(rows));
    expect(code).toBe(0);
    expect(lines.map(({ error }) => error !== undefined)).toEqual([false, true, false]);
  });

  it("are scored while the input is still open", async () => {
    const child = spawn(process.execPath, [MAIN, "score", "--rewards", "accuracy"], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const row of ROWS.slice(0, 2)) {
      child.stdin.write(jsonLines([row]));
      const { value } = (await lines.next()) as { value: string };
      expect(JSON.parse(value)).toMatchObject({ id: row.id });
    }
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("end quietly when their reader leaves", async () => {
    const child = spawn(process.execPath, [MAIN, "score", "--rewards", "accuracy"], { stdio: "pipe" });
    child.stdin.on("error", () => undefined);
    child.stderr.resume();
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(jsonLines(Array.from({ length: 5000 }, () => ROWS[0] ?? {})));
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});

describe("a configuration", () => {
  it("lists rewards with options and weights, and asks for advantages", () => {
    const config = join(folder(), "rewards.yaml");
    writeFileSync(
      config,
      `rewards:
  - gate: [think_format, accuracy]
    key: formatted
    weight: 2
  - { name: tag_count, weight: 0.5 }
advantages: { estimator: grpo, scale: none }
`,
    );
    const { code, lines, stderr } = score(["--config", config], jsonLines(ROWS.slice(0, 2)));
    expect(code).toBe(0);
    expect(lines[0]?.scores).toMatchObject({ formatted: 1, "formatted.accuracy": 1 });
    expect(lines[1]?.scores).toMatchObject({ formatted: 0, "formatted.accuracy": null });
    expect(lines.map(({ advantage }) => advantage as number)[0]).toBeGreaterThan(0.9);
    expect(stderr).toContain("groups = prompt");
  });

  it("composes rewards by name, of which the outermost count", () => {
    const config = join(folder(), "rewards.yaml");
    writeFileSync(
      config,
      "rewards: { formatted: { gate: [think_format, accuracy] }, total: { rescale: formatted, from: [0, 1], to: [-1, 1] } }",
    );
    expect(score(["--config", config], jsonLines(ROWS)).lines.map(({ reward }) => reward)).toEqual([
      1, -1, -1, -1,
    ]);
    const named = score(["--config", config, "--rewards", "formatted"], jsonLines(ROWS));
    expect(named.lines.map(({ reward }) => reward)).toEqual([1, 0, 0, 0]);
  });

  it("may be a module, whose rewards that end their thread cost their own row alone", () => {
    const module = join(folder(), "mine.mjs");
    writeFileSync(
      module,
      `import { defineReward } from "grpo-rewards";
       const judge = () => ({ completion: { text } }) => {
         if (text === "exit") process.exit(1);
         return text.length;
       };
       export const mine = defineReward({ name: "mine", summary: "Mine.", range: [0, 9], rollout: judge });`,
    );
    const rows = ["a", "exit", "ccc"].map((completion) => ({ completion }));
    const { code, lines } = score(["--load", module, "--rewards", "mine"], jsonLines(rows));
    expect(code).toBe(0);
    expect(lines.map(({ reward }) => reward)).toEqual([1, null, 3]);
    expect(lines[1]).toMatchObject({ verdicts: { mine: { fault: "system", reason: "crashed" } } });
  });
});

describe("a mistake", () => {
  it.each([
    [[], /give --rewards or --config/],
    [["--rewards", "acuracy"], /Did you mean "accuracy"/],
    [["--rewards", "accuracy,accuracy"], /Two rewards have the key/],
    [["--rewards", "accuracy", "--advantages", "grpoo"], /grpoo/],
    [["--rewards", "accuracy", "--columns", "solution"], /a column and its field/],
    [["--rewards", "accuracy", "--resume"], /goes with --output/],
    [["--rewards", "accuracy", "--workers", "0"], /whole number/],
    [["--rewards", "accuracy", "x.jsonl", "-o", "./x.jsonl"], /overwrite an input/],
    [["--rewards", "diversity", "--completion-field", "text"], /--group-field/],
    [["--rewards", "accuracy"], /Which field is the completion\? .* has text/],
  ])("is a usage error: %j", (args, message) => {
    const { code, stdout, stderr } = score(args, '{"text":"x"}\n');
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it.each([
    [["/nowhere/rows.jsonl"], /no such file.*rows\.jsonl/],
    [["-o", "/nowhere/out.jsonl"], /no such file.*out\.jsonl/],
  ])("of a path fails the run: %j", (args, message) => {
    const { code, stderr } = score(["--rewards", "accuracy", ...args], jsonLines(ROWS));
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
