import { describe, expect, it } from "vitest";
import {
  accuracy,
  answerFormat,
  boxedFormat,
  clamp,
  cosineScaled,
  countdown,
  diversity,
  fallback,
  exactMatch,
  gate,
  length,
  llmJudge,
  maxLength,
  reasoningSteps,
  repetitionPenalty,
  required,
  rescale,
  softFormat,
  softOverlongPunishment,
  strictFormat,
  tagCount,
  targetLength,
  thinkFormat,
  weightedSum,
  xmlCount,
} from "../../../src/index.js";
import {
  type BatchReward,
  checkReward,
  type FormatTraits,
  LAW_TITLES,
  type RewardCheckOptions,
  type RewardKind,
  rewardLaws,
  type TestedReward,
} from "../../../src/testing/index.js";
import { isolatedReward } from "../../../src/testing/rewards/target.js";
import { type Answer, type Received, serveLocally } from "../http/local-server.js";
import { grades, quotedIn } from "../rewards/judge-server.js";
import { SOUND_COUNTDOWN } from "../../testing/reward-mutants/puzzles.js";
import { SOUND_GRADER } from "../../testing/reward-mutants/programs.js";

const REASONING: FormatTraits = {
  write: (thought, answer) => `<reasoning>\n${thought}\n</reasoning>\n<answer>\n${answer}\n</answer>`,
};
const BOX: FormatTraits = {
  write: (thought, answer) => `${thought}\n\\boxed{${answer}}`,
  tags: ["\\boxed{"],
  filled: ["answer"],
  around: "accept",
};
const THINK: FormatTraits = {
  write: (thought, answer) => `<think>${thought}</think>\n${answer}`,
  filled: ["thought"],
  around: "accept",
  repeatable: ["</think>"],
  prefilled: true,
};
/** Their tags need no text, but for one of them. */
const COUNTED: FormatTraits = { filled: [], around: "accept" };

const formats: readonly (readonly [string, TestedReward, FormatTraits])[] = [
  ["think_format", thinkFormat(), THINK],
  ["answer_format", answerFormat(), { prefilled: true }],
  ["answer_format inline", answerFormat({ layout: "inline" }), { prefilled: true }],
  ["strict_format", strictFormat(), REASONING],
  ["soft_format", softFormat(), REASONING],
  ["tag_count", tagCount(), { ...COUNTED, prefilled: true }],
  ["xml_count", xmlCount(), { ...REASONING, ...COUNTED }],
  ["boxed_format", boxedFormat(), BOX],
];

const rising = { trend: { wrong: "rising" } } as const;

const others: readonly (readonly [string, TestedReward, RewardCheckOptions])[] = [
  [
    "cosine_scaled",
    cosineScaled(),
    { kind: "length", length: { ...rising, points: { right: [[1000, 0.5]] } } },
  ],
  [
    "cosine_scaled of tokens",
    cosineScaled({ unit: "tokens" }),
    { kind: "length", length: { ...rising, unit: "tokens" } },
  ],
  ["length", length(), { kind: "length" }],
  [
    "soft_overlong_punishment",
    softOverlongPunishment({ maxLength: 1000, cache: 250, unit: "characters" }),
    { kind: "length", length: { points: { right: [[875, -0.5]] } } },
  ],
  ["max_length", maxLength({ maxLength: 500, margin: 500, unit: "characters" }), { kind: "length" }],
  [
    "target_length",
    targetLength({ target: 400, unit: "characters" }),
    { kind: "length", length: { trend: { right: "free", wrong: "free" } } },
  ],
  ["repetition_penalty", repetitionPenalty(), { kind: "repetition" }],
  [
    "repetition_penalty of trl",
    repetitionPenalty({ preset: "trl", ngramSize: 2 }),
    { kind: "repetition", repetition: { unit: "tokens", ngramSize: 2 } },
  ],
  [
    "repetition_penalty of characters",
    repetitionPenalty({ unit: "characters" }),
    { kind: "repetition", repetition: { unit: "characters" } },
  ],
  ["diversity", diversity(), {}],
  ["accuracy", accuracy(), {}],
  ["reasoning_steps", reasoningSteps(), {}],
  [
    "weighted_sum",
    weightedSum([accuracy(), 1], [length(), -0.5]),
    { kind: "composite", composite: { weights: [1, -0.5] } },
  ],
  [
    "weighted_sum of required parts",
    weightedSum([required(accuracy()), 1], [required(thinkFormat()), 0.25]),
    { kind: "composite", composite: { weights: [1, 0.25], nulls: "propagate" } },
  ],
  [
    "gate",
    gate(thinkFormat(), accuracy()),
    { kind: "composite", composite: { gate: { threshold: 1, otherwise: 0 } } },
  ],
  ["fallback", fallback(accuracy(), exactMatch()), { kind: "composite" }],
  ["clamp", clamp(accuracy(), { min: 0 }), { kind: "composite" }],
  ["rescale", rescale(accuracy(), { from: [0, 1], to: [-1, 1] }), { kind: "composite" }],
];

describe("checkReward finds nothing in this library's", () => {
  it.each(formats)("%s", async (_, reward, format) => {
    const report = await checkReward(reward, { kind: "format", format });
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe("pass");
  });

  it.each(others)("%s", async (_, reward, options) => {
    const report = await checkReward(reward, options);
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe("pass");
  });
});

it("checkReward finds nothing in llm_judge, before a judge that is not swayed", async () => {
  const judge = (request: Received): Answer => grades(quotedIn(request).includes("\\boxed{42}") ? 10 : 0);
  await using server = await serveLocally(judge);
  const reward = llmJudge({ model: "judge", baseUrl: `${server.url}/v1`, retries: 0 });
  const report = await checkReward(reward, { kind: "judge", runsPerCell: 1, callTimeoutMs: 20_000 });
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe("pass");
  expect(server.received.length).toBeGreaterThan(100);
});

describe("checkReward", () => {
  it("finds nothing in a sound grader of programs", async () => {
    const options = {
      kind: "code",
      range: [0, 1],
      code: { language: "javascript" },
      abstains: true,
    } as const;
    const report = await checkReward(SOUND_GRADER, options);
    expect(report.findings).toEqual([]);
  });

  it("finds nothing in sound graders of countdown, whose rules are options", async () => {
    const options = { kind: "countdown", range: [0, 1] } as const;
    expect((await checkReward(SOUND_COUNTDOWN, options)).findings).toEqual([]);
    const some = countdown({ preset: "reasoning-gym" });
    const strict = await checkReward(some, { ...options, maxShrunk: 0 });
    expect(new Set(strict.findings.map(({ title }) => title))).toEqual(new Set(["a number is left out"]));
    expect((await checkReward(some, { ...options, countdown: { use: "some" } })).findings).toEqual([]);
  });

  it("asks of any reward that given rows are told apart", async () => {
    const tasks = [{ columns: { wanted: "b" }, right: ["b"], wrong: ["a", "bb"] }];
    const reward: BatchReward = (completions, { wanted = [] }) =>
      completions.map((text, i) => Number(text.includes(String(wanted[i]))));
    const { findings } = await checkReward(reward, { range: [0, 1], tasks });
    expect(findings.filter(({ law }) => law === "R9").map(({ title }) => title)).toEqual([
      "row 0, right 0, wrong 1",
    ]);
  });

  it("holds scores that come from elsewhere to their range", async () => {
    const elsewhere = isolatedReward((completions) => completions.map(() => 2), 1000);
    const { findings } = await checkReward(elsewhere, { range: [0, 1] });
    expect(findings.find(({ law }) => law === "R1")?.actual).toBe("the score 2, which is not from 0 to 1");
  });

  it("shows the hole of open-r1's format reward by few characters", async () => {
    const pattern = /^<think>\n.*?\n<\/think>\n<answer>\n.*?\n<\/answer>$/s;
    const reward: BatchReward = (completions) => completions.map((text) => Number(pattern.test(text)));
    const { findings } = await checkReward(reward, { kind: "format", range: [0, 1], maxShrunk: 100 });
    expect(findings.map(({ law }) => law)).toContain("F6");
    const nested = findings.find(({ entry }) => entry === "F5: in the answer");
    expect(nested).toMatchObject({ type: "exploit", severity: "high", expected: "less than 1", actual: "1" });
    expect(nested?.completion).toBe(
      "<think>\na\n</think>\n<answer>\n<think>\na\n</think>\n<answer>\nb\n</answer>\n</answer>",
    );
  });

  it("makes the same report for a seed", async () => {
    const reward: BatchReward = (completions) => completions.map((text) => text.length % 7);
    const report = (): Promise<unknown> => checkReward(reward, { kind: "length", seed: 3 });
    expect(JSON.stringify(await report())).toBe(JSON.stringify(await report()));
  });

  it("tells what a reward throws, and what comes back that is no score", async () => {
    const broken: BatchReward = (completions) => {
      if (completions.some((text) => text.trim() === "")) throw new Error("empty");
      return completions.map(() => 2);
    };
    const { findings } = await checkReward(broken, { range: [0, 1] });
    expect(new Set(findings.map(({ type }) => type))).toEqual(new Set(["crash", "contract"]));
  });

  it("asks these laws of each kind", async () => {
    const laws = async (kind: RewardKind): Promise<string> => {
      const reward: TestedReward = { kind: "rollout", range: [0, 1], score: () => 0 };
      const options = {
        kind,
        composite: { weights: [1], gate: { threshold: 1, otherwise: 0 } },
        maxShrunk: 0,
      };
      const { coverage } = await checkReward(reward, { ...options, runsPerCell: 1 });
      return Object.keys(coverage.laws).sort().join(" ");
    };
    const any = "R1 R2 R3 R4 R5 R6 R7 R8";
    expect(await laws("any")).toBe(any);
    expect(await laws("format")).toBe("F1 F2 F3 F4 F5 F6 F7 F8 F9 R1 R2 R3 R4 R5 R6 R7");
    expect(await laws("length")).toBe(`N1 N2 N3 N5 N6 ${any}`);
    expect(await laws("repetition")).toBe(`P1 P2 P3 P4 P5 P6 ${any}`);
    expect(await laws("code")).toBe(`C1 C2 C3 C4 C5 C6 ${any}`);
    expect(await laws("judge")).toBe("J1 J2 J3 J4 J5 R1 R2 R3 R4 R5 R6 R7");
    expect(await laws("composite")).toBe(`${any} W1 W3 W4 W5`);
    expect(await laws("countdown")).toBe(`${any} T1 T2 T3 T4 T5`);
    expect(Object.keys(LAW_TITLES).filter((id) => /^[RFNPCJWT]\d$/.test(id))).toHaveLength(51);
  });
});

describe("rewardLaws", () => {
  const laws = (pattern: RegExp): ReturnType<typeof rewardLaws> =>
    rewardLaws((completions: string[]) => completions.map((text) => Number(pattern.test(text))), {
      kind: "format",
      range: [0, 1],
    });

  it("has one test per law, which tells the shortest case", async () => {
    const tests = laws(/^<think>\n.+\n<\/think>\n<answer>\n.+\n<\/answer>/s);
    expect(new Set(tests.map(({ id }) => id)).size).toBe(tests.length);
    const law = (id: string): Promise<void> | undefined => tests.find((one) => one.id === id)?.run();
    await expect(law("F2")).resolves.toBeUndefined();
    await expect(law("F7")).rejects.toThrow("exploit");
  });
});
