import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { presets } from "../../src/advantage/index.js";
import { builtinRewards } from "../../src/rewards/index.js";

const SOURCES = new URL("../../src/", import.meta.url);

/** The names that an entry point exports: values, and types, which only its source still shows. */
function exportsOf(path: string): { values: string[]; types: string[] } {
  const text = readFileSync(new URL(path, SOURCES), "utf8");
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const values: string[] = [];
  const types: string[] = [];
  for (const statement of source.statements) {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    if (clause === undefined || !ts.isNamedExports(clause))
      throw new Error(`${path} has more than named exports`);
    const isTypeList = ts.isExportDeclaration(statement) && statement.isTypeOnly;
    for (const { name, isTypeOnly } of clause.elements) {
      (isTypeList || isTypeOnly ? types : values).push(name.text);
    }
  }
  return { values: values.sort(), types: types.sort() };
}

const ENTRY_POINTS = [
  {
    subpath: ".",
    source: "index.ts",
    values: [
      "RewardError",
      "accuracy",
      "answerFormat",
      "cosineScaled",
      "defineReward",
      "length",
      "scoreGroups",
      "softOverlongPunishment",
      "tagCount",
      "thinkFormat",
      "weightedSum",
    ],
    types: [
      "AccuracyOptions",
      "AnswerFormatOptions",
      "AnyReward",
      "AnyRewardFactory",
      "ColumnsOf",
      "Completion",
      "CompletionInput",
      "CompositeReward",
      "CosineScaledOptions",
      "DecidedVerdict",
      "ExtraValue",
      "Fault",
      "Group",
      "GroupInput",
      "GroupReward",
      "GroupRewardDefinition",
      "GroupScores",
      "JsonSchema",
      "LengthOptions",
      "LengthUnit",
      "Message",
      "MessagePart",
      "PerGroup",
      "Prompt",
      "RewardContext",
      "RewardErrorCode",
      "RewardFactory",
      "RewardFunction",
      "RewardInfo",
      "RewardOutcome",
      "RewardResult",
      "Rollout",
      "RolloutColumn",
      "RolloutReward",
      "RolloutRewardDefinition",
      "Score",
      "ScoreGroupsOptions",
      "ScoreOptions",
      "SoftOverlongPunishmentOptions",
      "SolutionColumns",
      "Task",
      "ToolCall",
      "ThinkFormatOptions",
      "UndeterminedVerdict",
      "Verdict",
      "WeightedTerm",
    ],
  },
  {
    subpath: "./math",
    source: "math/index.ts",
    values: [
      "DEFAULT_POLICY",
      "EXTRACT_PRESETS",
      "POLICY_VALUES",
      "PRESETS",
      "closeEngines",
      "createVerifier",
      "explainVerdict",
      "extractAnswer",
      "extractReference",
      "verify",
      "verifyAnswer",
      "verifyWithEngines",
    ],
    types: [
      "AnswerInput",
      "EngineVerifyOptions",
      "Explanation",
      "ExtractOptions",
      "ExtractPreset",
      "ExtractedAnswer",
      "ExtractionMethod",
      "ParsedSide",
      "PartialMatch",
      "Policy",
      "PresetName",
      "Verification",
      "Verifier",
      "VerifyInput",
      "VerifyOptions",
    ],
  },
  {
    subpath: "./advantage",
    source: "advantage/index.ts",
    values: ["groupRelative", "leaveOneOut", "mapGroups", "presets", "rowsByGroup"],
    types: [
      "AdvantagePreset",
      "GroupId",
      "GroupRelativeOptions",
      "GroupRelativeSettings",
      "LeaveOneOutOptions",
    ],
  },
];

describe.each(ENTRY_POINTS)("the entry point $subpath", ({ source, values, types }) => {
  it("names these exports", () => {
    expect(exportsOf(source)).toEqual({ values, types });
  });

  it("has these exports when it is loaded", async () => {
    const loaded = (await import(new URL(source, SOURCES).href)) as object;
    expect(Object.keys(loaded).sort()).toEqual(values);
  });
});

describe("the numbers", () => {
  it("of the advantage presets", () => {
    expect(presets).toEqual({
      trl: { scale: "group", ddof: 1, eps: 0.0001, singleton: "zero" },
      "trl-async": { scale: "group", ddof: 0, eps: 0.00000001, singleton: "zero" },
      verl: { scale: "group", ddof: 1, eps: 0.000001, singleton: "raw" },
    });
  });

  it("of the rewards' ranges and default options", () => {
    const numbers = builtinRewards.map(({ info }) => {
      const schemas = info.options.properties as Record<string, { default: unknown }>;
      const defaults = Object.entries(schemas).map(([name, schema]) => [name, schema.default] as const);
      return [info.name, { range: info.range, ...Object.fromEntries(defaults) }] as const;
    });
    expect(Object.fromEntries(numbers)).toEqual({
      accuracy: {
        range: [0, 1],
        preset: "default",
        thinking: "auto",
        engines: false,
        units: "optional",
        percent: "either",
        degrees: "either",
        bases: "optional",
        log: "either",
        variables: "complex",
        listOrder: "free",
        intervals: "both",
        digits: 6,
        form: "any",
        letters: "text",
      },
      answer_format: { range: [0, 1], layout: "lines", prefilled: false },
      cosine_scaled: {
        range: [-1, 1],
        minValueWrong: -1,
        maxValueWrong: -0.5,
        minValueCorrect: 0.5,
        maxValueCorrect: 1,
        maxLength: 1000,
        unit: "characters",
      },
      length: { range: [-0.5, 0.5], unit: "characters" },
      soft_overlong_punishment: { range: [-1, 0], maxLength: 16384, cache: 4096, unit: "tokens" },
      tag_count: { range: [0, 1] },
      think_format: { range: [0, 1], prefilled: false },
    });
  });
});
