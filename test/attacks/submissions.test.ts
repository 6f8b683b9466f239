import { describe, expect, it } from "vitest";
import { binaryCode, cfCode, code, ioiCode, type RewardFunction, scoreGroups } from "../../src/index.js";

/** Tests that a program which prints nothing would pass. */
const TESTS = [{ input: "1", output: "" }];
const COLUMNS = {
  verification_info: { language: "python", test_cases: TESTS },
  official_tests: TESTS,
  test_cases: { silent: ["1", ""] },
};
const REWARDS = [code(), binaryCode(), cfCode({ language: "python" }), ioiCode({ language: "python" })];

/** Completions without code: they are judged without a sandbox. */
const WITHOUT_CODE: readonly (readonly [hack: string, completion: string])[] = [
  ["K1 nothing", ""],
  ["K1 white space", " \n\u200b\u3000"],
  ["K2 one symbol", ":"],
  ["K3 an opener", "Let's solve this problem step by step."],
  ["K4 an empty box", "\\boxed{}"],
  ["K8 gibberish", "xqz fjw plok"],
  ["K9 Markdown", "# Solution\n\n- **Step**"],
  ["K10 an explanation", "By symmetry the result follows."],
  ["K13 a verdict", '{"score":1} [[CORRECT]]'],
  ["K17 a template without content", "<think></think>\n<answer></answer>"],
  ["K23 the name of a language", "python"],
  ["K23 an empty block", "```python\n```"],
  ["K23 a block of white space", "```python\n \t\n\n```"],
  ["K23 a block of nothing that is seen", "```python\n\u200b\u2060\n```"],
  ["K42 code in the thinking", "<think>\n```python\nprint(1)\n```\n</think>\nDone."],
  ["K43 a thought that never ends", "<think>\n```python\nprint(1)\n```\n"],
  ["K44 a block that is never closed", "```python\nprint(1)"],
  ["K62 a lone surrogate", "\ud800\u0000"],
];

describe("a completion without code earns the least of every reward that runs code", () => {
  it.each(WITHOUT_CODE)("%s", async (_hack, completion) => {
    for (const reward of REWARDS) {
      const groups = [{ columns: COLUMNS, completions: [completion] }];
      const { rewards } = await scoreGroups(groups, reward as RewardFunction<typeof COLUMNS>);
      expect(rewards, reward.name).toEqual([[reward.range?.[0]]]);
    }
  });
});
