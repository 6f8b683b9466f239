import { expect, it } from "vitest";
import { code } from "../../dist/index.js";
import { checkReward } from "../../dist/testing/index.js";

it.each([
  ["code", "javascript", code()],
  ["code", "python", code()],
] as const)("%s pays no cheat in %s, and each right program", async (_, language, reward) => {
  const { findings, verdict } = await checkReward(reward, {
    kind: "code",
    code: { language },
    abstains: true,
    runsPerCell: 1,
  });
  expect(findings).toEqual([]);
  expect(verdict).toBe("pass");
});
