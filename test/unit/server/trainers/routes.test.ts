import { describe, expect, it } from "vitest";
import { builtinRewards } from "../../../../src/rewards/index.js";
import { createRegistry } from "../../../../src/rewards/registry.js";
import { createTrainerScorer, trainerRoutes } from "../../../../src/server/trainers/index.js";

const score = createTrainerScorer({ registry: createRegistry(builtinRewards) });

async function ask(path: string, body: object, reward = "accuracy"): Promise<unknown> {
  const route = trainerRoutes.find((each) => each.path === path);
  return await route?.handle(body as never, { reward, score, noneValue: -7 });
}

const output = (...items: object[]): object => ({
  responses_create_params: { input: [{ role: "user", content: "6 × 7?" }] },
  response: { id: "r1", output: items },
});
const said = (text: string): object => ({
  type: "message",
  role: "assistant",
  content: [{ type: "output_text", text, annotations: [] }],
});

describe("OpenRLHF", () => {
  const path = "/openrlhf/:reward";

  it("scores what follows the prompt", async () => {
    const query = ["Put 41 in \\boxed{}. \\boxed{42}<|im_end|>", "<s>Again. \\boxed{41}"];
    const prompts = ["Put 41 in \\boxed{}.", "Again."];
    expect(await ask(path, { query, prompts, labels: ["42", "42"] })).toEqual({
      rewards: [1, 0],
      scores: [1, 0],
      extra_logs: { undetermined: [0, 0] },
    });
  });

  it("gives a score from 0 to 1 beside a reward of another range", async () => {
    const body = { query: ["q" + "over and over ".repeat(50)], prompts: ["q"], labels: [null] };
    const reply = (await ask(path, body, "repetition_penalty")) as { rewards: number[]; scores: number[] };
    expect(reply.rewards[0]).toBeLessThan(-0.5);
    expect(reply.scores[0]).toBeCloseTo(1 + (reply.rewards[0] ?? 0));
  });

  it("replaces null, and says so in the logs", async () => {
    const body = { query: ["q\\boxed{1}"], prompts: ["q"], labels: [""] };
    expect(await ask(path, body)).toEqual({ rewards: [-7], scores: [0], extra_logs: { undetermined: [1] } });
  });

  it("refuses a query of another prompt, and columns of unequal length", async () => {
    await expect(ask(path, { query: ["a"], prompts: ["b"], labels: ["1"] })).rejects.toThrow("query[0]");
    await expect(ask(path, { query: ["a"], prompts: ["a"], labels: [] })).rejects.toThrow("labels 0");
  });
});

describe("slime", () => {
  const path = "/slime/:reward";

  it.each([
    ["\\boxed{42}", "42", 1],
    ["\\boxed{41}", "42", 0],
    ["\\boxed{42}", null, -7],
  ])("%s for %s gets the number %d", async (response, label, expected) => {
    expect(await ask(path, { prompt: "6 × 7?", response, label })).toBe(expected);
  });

  it("takes a label with the columns by name, as an object or as JSON", async () => {
    const label = { target: 98, numbers: [44, 19, 35] };
    const body = { prompt: "", response: "<answer>44 + 19 + 35</answer>" };
    expect(await ask(path, { ...body, label }, "countdown")).toBe(1);
    expect(await ask(path, { ...body, label: JSON.stringify(label) }, "countdown")).toBe(1);
    await expect(ask(path, { ...body, label: "98" }, "countdown")).rejects.toThrow("target");
  });

  it("refuses a reward that compares the completions of a prompt", async () => {
    await expect(ask(path, { prompt: "", response: "", label: "" }, "diversity")).rejects.toThrow(
      "no groups",
    );
  });
});

describe("NeMo Gym", () => {
  it("returns what it was sent, with the reward", async () => {
    const body = { ...output(said("\\boxed{42}")), expected_answer: "42", _ng_task_index: 3 };
    expect(await ask("/verify", body)).toEqual({ ...body, reward: 1, reward_components: { accuracy: 1 } });
  });

  it("takes reasoning items for the thinking", async () => {
    const reasoning = { type: "reasoning", summary: [{ text: "It is \\boxed{42}." }] };
    const body = { ...output(reasoning, said("I do not know.")), expected_answer: "42" };
    expect(await ask("/verify", body)).toMatchObject({ reward: 0 });
    expect(await ask("/verify", { ...output(reasoning, said("x")) }, "think_format")).toMatchObject({
      reward: 1,
    });
  });

  it("masks a sample without a usable reference", async () => {
    const reply = await ask("/verify", { ...output(said("\\boxed{42}")), expected_answer: "" });
    expect(reply).toMatchObject({ reward: -7, mask_sample: true });
  });

  it("ignores fields that the reward does not read, whatever their names", async () => {
    const body = { ...output(said("\\boxed{42}")), expected_answer: "42", n_tokens: "many", truncated: "no" };
    expect(await ask("/verify", body)).toMatchObject({ reward: 1 });
  });

  it("aggregates by task and overall", async () => {
    const rows = [
      { _ng_task_index: 1, _ng_rollout_index: 0, reward: 1, solved: true, name: "a" },
      { _ng_task_index: 0, _ng_rollout_index: 0, reward: 0 },
      { _ng_task_index: 1, _ng_rollout_index: 1, reward: 0.5, solved: false },
    ];
    const reply = await ask("/aggregate_metrics", { verify_responses: rows });
    expect(reply).toMatchObject({
      group_level_metrics: [
        { _ng_task_index: 0, "mean/reward": 0, "std/reward": 0 },
        {
          _ng_task_index: 1,
          "mean/reward": 0.75,
          "median/reward": 0.75,
          "mean/solved": 0.5,
          "max/reward": 1,
        },
      ],
      key_metrics: { "mean/reward": 0.5, "mean/solved": 0.5 },
    });
    expect(reply).toHaveProperty(["agent_metrics", "std/reward"], 0.5);
    expect(await ask("/aggregate_metrics", { verify_responses: [] })).toEqual({
      group_level_metrics: [],
      agent_metrics: {},
      key_metrics: {},
    });
  });

  it("needs no session and no second mode", async () => {
    expect(await ask("/seed_session", { question: "?" })).toEqual({});
    expect(await ask("/reverify_mode", {})).toBe("stateless");
  });
});

describe("eval-protocol", () => {
  const messages = [
    { role: "user", content: "6 × 7?" },
    { role: "assistant", content: "\\boxed{42}" },
  ];

  it("evaluates the last turns", async () => {
    const metric = { score: 1, is_score_valid: true, reason: "accuracy scored it" };
    expect(await ask("/evaluate", { messages, ground_truth: "42" })).toEqual({
      ...metric,
      metrics: { accuracy: metric },
    });
  });

  it("takes columns and a reward from kwargs, or beside the messages", async () => {
    const kwargs = { reward: "countdown", target: 42, numbers: [6, 7] };
    const turns = [{ role: "assistant", content: "<answer>6 * 7</answer>" }];
    expect(await ask("/evaluate", { messages: turns, kwargs })).toMatchObject({ score: 1 });
    expect(await ask("/reward", { messages: turns, ...kwargs })).toMatchObject({ score: 1 });
  });

  it("says that a score is not valid, and why", async () => {
    const reply = await ask("/evaluate", { messages, ground_truth: null });
    expect(reply).toMatchObject({ score: -7, is_score_valid: false });
    expect((reply as { reason: string }).reason).toMatch(/^reference:/);
  });
});
