import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtinRewards } from "../../../src/rewards/index.js";
import { createRegistry } from "../../../src/rewards/registry.js";
import { loadRegistry, loadRewards } from "../../../src/server/load-rewards.js";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "grpo-rewards-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const builtin = createRegistry(builtinRewards);

function file(content: unknown, name = "rewards.json"): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("a configuration file", () => {
  it("may define its compositions in any order", async () => {
    const path = file({
      rewards: {
        total: { weighted_sum: ["formatted", { name: "accuracy", weight: 2 }] },
        formatted: { gate: ["think_format", { required: "base" }] },
        base: { clamp: "tag_count", max: 0.5 },
      },
    });
    const factories = await loadRewards(path, builtin);
    expect(factories.map(({ info }) => info.name)).toEqual(["base", "formatted", "total"]);
    expect(factories[2]?.info).toMatchObject({ columns: ["solution"], optionalColumns: ["prompt"] });
  });

  it.each([
    [
      { total: { weighted_sum: ["acuracy"] } },
      /: total\.weighted_sum\[0\]: There is no reward named "acuracy"\. Did you/,
    ],
    [
      { total: { weighted_sum: ["format_reward"] } },
      /: total\.weighted_sum\[0\]: .* open-r1 calls so is here/,
    ],
    [
      { total: { gate: ["accuracy", { name: "cosine_scaled", options: { maxLength: 0 } }] } },
      /: total\.gate\[1\]: Options of cosine_scaled: maxLength must be >= 1/,
    ],
    [{ total: { clamp: "accuracy" } }, /: total\.clamp: clamp needs min, max or both/],
    [{ total: 5 }, /: total: a reward is a text or an object, not 5/],
    [
      { a: { clamp: "b", min: 0 }, b: { clamp: "a", min: 0 } },
      /: a composition cannot be a part of itself: a uses b uses a\./,
    ],
    [{ a: { clamp: "a", min: 0 } }, /: a composition cannot be a part of itself: a uses a\./],
  ])("says in which file and where a mistake is: %j", async (rewards, message) => {
    const path = file({ rewards });
    await expect(loadRewards(path, builtin)).rejects.toThrow(message);
    await expect(loadRewards(path, builtin)).rejects.toThrow(path);
  });

  it("may not take the name of another reward", async () => {
    const path = file({ rewards: { accuracy: { clamp: "accuracy", min: 0 } } });
    await expect(loadRegistry([path])).rejects.toThrow('Two rewards are named "accuracy"');
  });

  it.each(["rewards: [accuracy]", "accuracy: 1", "", "rewards: {a: "])(
    "needs rewards by name: %j",
    async (content) => {
      await expect(loadRewards(file(content, "rewards.yaml"), builtin)).rejects.toThrow(
        expect.objectContaining({
          code: "bad_reward_module",
          message: expect.stringContaining("rewards.yaml") as string,
        }),
      );
    },
  );
});
