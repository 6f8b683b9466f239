import { describe, expect, it } from "vitest";
import {
  type CompletionInput,
  type RewardFunction,
  scoreGroups,
  toolCallMatch,
  type ToolCallMatchOptions,
} from "../../../src/index.js";

const A = { name: "a", arguments: { q: 1, r: "x" } };
const B = { name: "b", arguments: {} };
const tagged = (...calls: object[]): string =>
  calls.map((call) => `<tool_call>\n${JSON.stringify(call)}\n</tool_call>`).join("\n");

async function scoreOf(
  completion: CompletionInput,
  options: ToolCallMatchOptions,
  solution: unknown,
): Promise<unknown> {
  const reward = toolCallMatch(options) as RewardFunction;
  return (await scoreGroups([{ columns: { solution }, completions: [completion] }], reward)).rewards[0]?.[0];
}

describe("tool_call_match reads", () => {
  it.each<[string, CompletionInput]>([
    [
      "messages",
      [{ role: "assistant", tool_calls: [{ function: { name: "a", arguments: '{"r":"x","q":1.0}' } }] }],
    ],
    ["tags", tagged(A)],
    ["a fence", `So:\n\`\`\`json\n${JSON.stringify([A])}\n\`\`\``],
    ["JSON", JSON.stringify({ function: A })],
    ["parameters", JSON.stringify({ name: "a", parameters: A.arguments })],
    ["ReAct", 'Thought: t\nAction: a\nAction Input: {"q": 1, "r": "x"}\nObservation:'],
  ])("%s", async (_format, completion) => {
    for (const solution of [[A], A, JSON.stringify(A), tagged(A)])
      expect(await scoreOf(completion, {}, solution)).toBe(1);
  });
});

it.each<[CompletionInput, ToolCallMatchOptions, number]>([
  [tagged(A, B), {}, 1],
  [tagged(B, A), {}, 0],
  [tagged(B, A), { order: "unordered" }, 1],
  [tagged(A), {}, 0],
  [tagged(A), { scoring: "fraction" }, 2 / 3],
  [tagged({ name: "a", arguments: { q: 1 } }, B), { scoring: "fraction" }, 0.9],
  [tagged(A, B), { calls: "last" }, 0],
  [tagged(A, B), { format: "react" }, 0],
  [tagged(A, B), { format: "messages" }, 0],
])("tool_call_match of %j with %j", async (completion, options, score) => {
  expect(await scoreOf(completion, options, [A, B])).toBeCloseTo(score, 12);
});

it("keeps the steps of ReAct apart", async () => {
  const steps =
    'Action: b\nAction Input: {}\nObservation: done\nThought: t\nAction: a\nAction Input: {"q":1,"r":"x"}';
  expect(await scoreOf(steps, {}, [B, A])).toBe(1);
  expect(await scoreOf(steps, { preset: "ms-swift" }, [A])).toBe(1);
});

it.each([null, "none", 3, [null], [{ name: 3 }]])(
  "tool_call_match has no opinion where the solution is %j",
  async (solution) => {
    expect(await scoreOf(tagged(A), {}, solution)).toBeNull();
  },
);
