import { describe, expect, it } from "vitest";
import { accuracy, tagCount } from "../../../src/index.js";
import { createRegistry, findReward } from "../../../src/rewards/registry.js";

describe("createRegistry", () => {
  it("finds rewards by name", () => {
    const registry = createRegistry([accuracy, tagCount]);
    expect(findReward(registry, "tag_count")).toBe(tagCount);
  });

  it("refuses two rewards of one name", () => {
    expect(() => createRegistry([accuracy, tagCount, accuracy])).toThrow(
      expect.objectContaining({
        code: "bad_reward_module",
        message: 'Two rewards are named "accuracy"; rename one of them.',
      }),
    );
  });
});

describe("findReward", () => {
  it.each(["acuracy", "", "__proto__", "constructor"])(
    "names the known rewards when asked for %j",
    (name) => {
      expect(() => findReward(createRegistry([tagCount, accuracy]), name)).toThrow(
        expect.objectContaining({
          code: "unknown_reward",
          message: `There is no reward named "${name}"; known are accuracy, tag_count.`,
        }),
      );
    },
  );
});
