import { expect, it } from "vitest";
import { binaryCode, code } from "../../dist/index.js";
import { checkReward, type TestedReward } from "../../dist/testing/index.js";

const REWARDS: readonly (readonly [string, TestedReward])[] = [
  ["code", code()],
  ["binary_code", binaryCode()],
];

it.each(
  (["javascript", "python"] as const).flatMap((language) =>
    REWARDS.map(([name, reward]) => [name, language, reward] as const),
  ),
)("%s pays no cheat in %s, and each right program", async (_, language, reward) => {
  const { findings, verdict } = await checkReward(reward, {
    kind: "code",
    code: { language },
    abstains: true,
    runsPerCell: 1,
  });
  expect(findings).toEqual([]);
  expect(verdict).toBe("pass");
});
