import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { type ReadOptions, readRollouts } from "../../../../../src/cli/audit/rollouts/read-rollouts.js";
import type { LoggedRollout } from "../../../../../src/testing/index.js";

const folder = mkdtempSync(join(tmpdir(), "rollouts-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(
  lines: readonly (object | string)[],
  options: Partial<ReadOptions> = {},
): Promise<{ readonly rollouts: readonly LoggedRollout[]; readonly notes: readonly string[] }> {
  const path = join(folder, "log.jsonl.gz");
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  writeFileSync(path, gzipSync(text));
  const notes: string[] = [];
  const onNote = (note: string): void => void notes.push(note);
  const rollouts: LoggedRollout[] = [];
  const given = { flags: {}, name: "accuracy", readsColumns: false, goldColumn: null, onNote, ...options };
  for await (const rollout of readRollouts(path, given)) rollouts.push(rollout);
  return { rollouts, notes };
}

describe("readRollouts", () => {
  it("reads what score wrote: a list of completions, each with its score", async () => {
    const row = { problem: "Q", generations: ["a", "b"], answer: 5, scores: { accuracy: [1, null] } };
    const { rollouts, notes } = await read([row]);
    expect(rollouts).toEqual([
      { completion: "a", prompt: "Q", reference: "5", score: 1 },
      { completion: "b", prompt: "Q", reference: "5", score: null },
    ]);
    expect(notes).toEqual([
      "fields: completion = generations, prompt = problem, reference = answer, score = scores.accuracy",
    ]);
  });

  it("reads conversations, and a score that is called as the target", async () => {
    const prompt = [{ role: "user", content: "Q" }];
    const completion = [{ role: "assistant", content: "A" }];
    const { rollouts } = await read([{ prompt, completion, judge: true }], { name: "judge" });
    expect(rollouts).toEqual([{ completion: "A", prompt: "Q", score: 1 }]);
  });

  it("takes fields by flags, and the columns of a row for a reward", async () => {
    const row = { said: "A", is: "5", unit: "kg", reward: { raw: 0.5 } };
    const flags = { completionField: "said", referenceField: "is", scoreField: "reward.raw" };
    const { rollouts } = await read([row], { flags, readsColumns: true, goldColumn: "gold" });
    const columns = { gold: "5", is: "5", unit: "kg", reward: { raw: 0.5 } };
    expect(rollouts).toEqual([{ completion: "A", prompt: "", reference: "5", score: 0.5, columns }]);
  });

  it("leaves out what cannot be read, and says so", async () => {
    const rows = [
      { completion: "a", accuracy: 1 },
      "{",
      "",
      { completion: 7 },
      { completion: "b", accuracy: "x" },
    ];
    const { rollouts, notes } = await read(rows);
    expect(rollouts).toHaveLength(1);
    expect(notes.slice(1)).toEqual([
      "line 2 of log.jsonl.gz is left out: the line is not JSON",
      'line 4 of log.jsonl.gz is left out: the field "completion" holds neither a text nor a list',
      'line 5 of log.jsonl.gz is left out: the field "accuracy" holds no score',
    ]);
  });

  it("asks for the field of the completion if it cannot be told", async () => {
    await expect(read([{ said: "A" }])).rejects.toThrow("Give --completion-field; the first row has said");
  });
});
