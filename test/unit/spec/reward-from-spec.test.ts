import { describe, expect, it } from "vitest";
import { type Message, scoreGroups } from "../../../src/index.js";
import type { AnyRewardFactory } from "../../../src/rewards/define-reward.js";
import { builtinRewards } from "../../../src/rewards/index.js";
import { createRegistry } from "../../../src/rewards/registry.js";
import { combinators } from "../../../src/spec/combinators.js";
import { type RewardSpec, rewardFromSpec } from "../../../src/spec/index.js";
import { type CountingReward, tableReward } from "../compose/counting.js";

const registry = createRegistry(builtinRewards);
const RIGHT = "<think>r</think>\\boxed{42}";
const GROUP = { columns: { solution: "42" }, completions: [RIGHT, "\\boxed{42}", "<think>r</think>41"] };

const scored = async (spec: unknown): Promise<unknown> =>
  (await scoreGroups([GROUP as never], rewardFromSpec(spec, registry))).rewards[0];

describe("rewardFromSpec", () => {
  const specs: [string, RewardSpec, (number | null)[]][] = [
    ["a name", "accuracy", [1, 1, 0]],
    ["a reward with options", { name: "think_format", options: { prefilled: true } }, [0, 0, 0]],
    ["a weighted sum", { weighted_sum: ["accuracy", { name: "think_format", weight: 0.2 }] }, [1.2, 1, 0.2]],
    ["a gate", { gate: ["think_format", "accuracy"], otherwise: -1 }, [1, -1, 0]],
    ["a fallback", { fallback: [{ metric_only: "accuracy" }, "think_format"] }, [1, 0, 1]],
    ["a clamp", { clamp: "accuracy", max: 0.5 }, [0.5, 0.5, 0]],
    ["a rescaling", { rescale: "accuracy", from: [0, 1], to: [-1, 1] }, [1, 1, -1]],
    ["turns", { per_turn: "accuracy", aggregate: "last" }, [1, 1, 0]],
    ["a metric", { metric_only: "accuracy" }, [null, null, null]],
    ["a required part", { weighted_sum: [{ required: "accuracy" }] }, [1, 1, 0]],
    [
      "compositions of compositions",
      {
        weighted_sum: [
          { gate: ["think_format", "accuracy"], weight: 2 },
          { clamp: { rescale: "tag_count", from: [0, 1], to: [0, 4] }, max: 1, weight: 0.5 },
        ],
      },
      [2, 0, 0],
    ],
  ];

  it.each(specs)("reads %s", async (_case, spec, rewards) => {
    expect(await scored(spec)).toEqual(rewards);
  });

  it("has an example of every combinator", () => {
    const written = JSON.stringify(specs);
    expect(Object.keys(combinators).filter((name) => !written.includes(`"${name}":`))).toEqual([]);
  });

  it("names rewards by their keys", () => {
    expect(rewardFromSpec({ name: "accuracy", key: "right" }, registry).name).toBe("right");
    expect(rewardFromSpec({ gate: ["think_format", "accuracy"], key: "gated" }, registry).name).toBe("gated");
  });

  it.each([
    [3, "reward: a reward is a text or an object, not 3"],
    [null, "reward: a reward is a text or an object, not null"],
    [["accuracy"], 'reward: a reward is a text or an object, not ["accuracy"]'],
    [{}, 'a reward is a name, { "name": ... }, or an object with one of weighted_sum'],
    [{ gate: ["a", "b"], clamp: "a" }, "an object with one of weighted_sum"],
    [{ gate: "accuracy" }, 'reward.gate: needs a list of rewards, not "accuracy"'],
    [{ gate: ["accuracy"] }, "reward.gate: needs two rewards, not 1"],
    [{ gate: ["accuracy", 5] }, "reward.gate[1]: a reward is a text or an object, not 5"],
    [{ gate: ["accuracy", "tag_count"], treshold: 1 }, 'reward.gate: unknown property "treshold"; known are'],
    [{ gate: ["accuracy", "tag_count"], threshold: "1" }, "reward.gate: threshold must be number"],
    [{ rescale: "accuracy", from: [0, 1] }, "reward.rescale: must have required property 'to'"],
    [{ clamp: "accuracy" }, "clamp needs min, max or both"],
    [{ weighted_sum: [] }, "A weighted sum needs at least one reward"],
    [
      { weighted_sum: [{ name: "accuracy", weight: "2" }] },
      "reward.weighted_sum[0]: weight must be a finite",
    ],
    [{ gate: [{ name: "accuracy", weight: 2 }, "tag_count"] }, "weight means something only for the parts"],
    [{ name: "accuracy", option: {} }, 'reward: unknown property "option"; known are name, options'],
    [{ name: 3 }, "reward: name must be the name of a reward, not 3"],
    [{ name: "accuracy", options: [] }, "reward: options must be an object"],
    [{ name: "accuracy", key: "" }, "reward: key must be a text"],
  ])("refuses %j", (spec, message) => {
    expect(() => rewardFromSpec(spec, registry)).toThrow(
      expect.objectContaining({ code: "bad_options", message: expect.stringContaining(message) as string }),
    );
  });

  it("refuses what is too deep", () => {
    let spec: unknown = "accuracy";
    for (let depth = 0; depth < 10_000; depth++) spec = { required: spec };
    expect(() => rewardFromSpec(spec, registry)).toThrow(/compositions may be 32 deep/);
  });

  it("names the rewards that exist", () => {
    expect(() => rewardFromSpec({ gate: ["accuracy", "acuracy"] }, registry)).toThrow(
      expect.objectContaining({ code: "unknown_reward" }),
    );
  });
});

describe("a composition that is data", () => {
  const say = (content: string): Message => ({ role: "assistant", content });
  const talk = [say("good"), say("half")];

  /** What it makes of completions, and what its rewards `a` and `b` were asked about. */
  async function composed(
    spec: RewardSpec,
    completions: readonly (string | readonly Message[])[],
  ): Promise<object> {
    const parts = [
      tableReward("a", { good: 1, half: 0.5, bad: 0 }),
      tableReward("b", { good: 4, bad: 8, odd: 2 }),
    ];
    const factory = (part: CountingReward): AnyRewardFactory =>
      Object.assign(() => part, { info: { ...builtinRewards[0]?.info, name: part.name } }) as never;
    const reward = rewardFromSpec(spec, createRegistry(parts.map(factory)));
    const { rewards, scores } = await scoreGroups([{ completions }] as never, reward);
    return { rewards: rewards[0], asked: parts.map(({ asked }) => asked), logged: scores.b?.[0] };
  }

  it.each<[string, RewardSpec, object]>([
    [
      "a gate asks about what passes",
      { gate: ["a", "b"] },
      { rewards: [4, 0, null], asked: [["good", "bad", "odd"], ["good"]] },
    ],
    [
      "a fallback asks about what has no score",
      { fallback: ["a", "b"] },
      { rewards: [1, 0, 2], asked: [["good", "bad", "odd"], ["odd"]] },
    ],
    ["a sum leaves null out", { weighted_sum: ["a", "b"] }, { rewards: [5, 8, 2] }],
    [
      "a sum is null where a required part is",
      { weighted_sum: [{ required: "a" }, "b"] },
      { rewards: [5, 8, null] },
    ],
    [
      "a metric is logged, not summed",
      { weighted_sum: ["a", { metric_only: "b" }] },
      { rewards: [1, 0, null], logged: [4, 8, 2] },
    ],
    ["a clamp keeps null", { clamp: "a", min: 0.5 }, { rewards: [1, 0.5, null] }],
    ["a rescaling keeps null", { rescale: "a", from: [0, 1], to: [-1, 1] }, { rewards: [1, -1, null] }],
  ])("%s", async (_case, spec, expected) => {
    expect(await composed(spec, ["good", "bad", "odd"])).toMatchObject(expected);
  });

  it("adds up turns, or takes the last", async () => {
    expect(await composed({ per_turn: "a" }, [talk])).toMatchObject({ rewards: [1.5] });
    expect(await composed({ per_turn: "a", aggregate: "last" }, [talk])).toMatchObject({ rewards: [0.5] });
  });
});
