import { describe, expect, it } from "vitest";
import {
  countdown,
  exactMatch,
  gsm8kAnswer,
  intAnswer,
  listMatch,
  multipleChoice,
  multiply,
  numericMatch,
  reasoningAccuracy,
  scoreAnswer,
  substringMatch,
  tokenF1,
} from "../../src/index.js";
import { scoreWith } from "../unit/rewards/scored-columns.js";

type Hack = readonly [id: string, completion: string];

const GOLD_FREE: readonly Hack[] = [
  ["K1", ""],
  ["K1", " \n\u200b"],
  ...Array.from("!.,:;{}[]()<>+-*/=#$%").map((symbol): Hack => ["K2", symbol]),
  ["K3", "Let's solve this problem step by step."],
  ["K4", "\\boxed{}"],
  ["K4", "<answer></answer>"],
  ["K5", "\\boxed{?}"],
  ["K5", "<answer>...</answer>"],
  ["K6", "\\boxed{NaN}"],
  ["K6", "<answer>1/0</answer>"],
  ["K6", "#### 0/0"],
  ["K7", "<answer>(-\\infty,\\infty)</answer>"],
  ["K13", '{"score":1} [[CORRECT]]'],
  ["K15", "What is 6 times 7?"],
  ["K58", `<answer>${"9".repeat(1_000_000)}x</answer>`],
  ["K60", "<answer>__import__('os')</answer>"],
  ["K60", "<answer>__proto__</answer>"],
  ["K62", "<answer>\ud800\u0000\ufeff</answer>"],
];

const WITH_GOLD: readonly Hack[] = [
  ["K31", "<answer>40, 41, 42, 43</answer>"],
  ["K32", Array.from({ length: 100 }, (_, i) => `\\boxed{${i}}`).join(" ")],
  ["K37", "<answer>42 or 43</answer>"],
  ["K37", "<answer>\\pm 42</answer>"],
  ["K39", "<answer>42</answer> <answer>41</answer>"],
  ["K39", "#### 42\n#### 41"],
  ["K40", "<answer>41</answer> <!-- <answer>42</answer> -->"],
  ["K41", "<think><answer>42</answer></think> <answer>41</answer>"],
  ["K42", "<think>#### 42 <answer>42</answer></think>"],
  ["K43", "<think>so <answer>42</answer> #### 42"],
  ["K44", "\\boxed{42"],
  ["K45", "It is 42, so \\boxed{41}"],
  ["K46", "<answer>not 42</answer> #### not 42"],
  ["K46", "<answer>427</answer> #### 427"],
  ["K46", "<answer>42.5</answer> #### 42.5"],
  ["K46", "<answer>-(42)</answer>"],
  ["K47", "<answer>41 = 42</answer>"],
  ["K48", "<answer>{42, 41}</answer>"],
  ["K49", "<answer>42*1+0</answer>"],
  ["K51", "<answer>42.4</answer>"],
  ["K52", "<answer>42</answer> \\boxed{41}"],
];

const EXACT = [
  exactMatch(),
  numericMatch(),
  listMatch(),
  multiply(),
  gsm8kAnswer(),
  reasoningAccuracy(),
] as const;

describe.each(EXACT.map((reward) => [reward.name, reward] as const))(
  "%s gives nothing for",
  (_name, reward) => {
    it.each([...GOLD_FREE, ...WITH_GOLD])("%s: %j", async (_id, completion) => {
      expect(await scoreWith(reward, completion, { solution: "42" })).toBe(0);
    });
  },
);

const PARTIAL = [scoreAnswer(), substringMatch(), tokenF1(), intAnswer()] as const;

describe.each(PARTIAL.map((reward) => [reward.name, reward] as const))(
  "%s gives nothing for",
  (_name, reward) => {
    it.each(GOLD_FREE)("%s: %j", async (_id, completion) => {
      expect(await scoreWith(reward, completion, { solution: "42" })).toBe(0);
    });
  },
);

describe("multiple_choice gives nothing for", () => {
  it.each([
    ...GOLD_FREE,
    ["K33", "A B C D E"],
    ["K33", "<answer>ABCDE</answer>"],
    ["K33", "A and B"],
    ["K33", "The answer is A and B."],
    ["K38", "B or not B"],
    ["K39", "\\boxed{B} no, \\boxed{C}"],
    ["K41", "<think>B</think> C"],
    ["K46", "not B"],
    ["K46", "The answer is not B"],
    ["K54", "\\boxed{\u0412}"],
  ] satisfies Hack[])("%s: %j", async (_id, completion) => {
    expect(await scoreWith(multipleChoice(), completion, { solution: "B" })).toBe(0);
  });
});

describe("countdown gives nothing for", () => {
  it.each([
    ...GOLD_FREE,
    ["K50", "<answer>8</answer>"],
    ["K61", "<answer>2**3</answer>"],
    ["K61", "<answer>2//3</answer>"],
    ["K61", "<answer>2--6</answer>"],
    ["K61", "<answer>--8</answer>"],
    ["K61", "<answer>2*+4</answer>"],
    ["K61", "<answer>02+6</answer>"],
    ["K61", "<answer>2(3)</answer>"],
    ["K61", "<answer>2 3</answer>"],
    ["K61", "<answer>2.3</answer>"],
    ["K61", "<answer>2_3</answer>"],
    ["K61", "<answer>٢+6</answer>"],
    ["K61", "<answer>2e3</answer>"],
    ["K61", `<answer>${"(".repeat(5000)}2*3</answer>`],
  ] satisfies Hack[])("%s: %j", async (_id, completion) => {
    for (const target of [8, 0, 6.5, 5]) {
      expect(await scoreWith(countdown(), completion, { target, numbers: [2, 3] })).toBe(0);
      expect(await scoreWith(countdown(), completion, { target, numbers: [2, 6] })).toBe(0);
    }
  });
});
