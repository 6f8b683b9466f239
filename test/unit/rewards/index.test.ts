import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CompletionInput, RewardFunction, RewardResult } from "../../../src/index.js";
import { scoreGroups } from "../../../src/index.js";
import type { AnyRewardFactory } from "../../../src/rewards/define-reward.js";
import { builtinRewards } from "../../../src/rewards/index.js";
import { createRegistry, findReward } from "../../../src/rewards/registry.js";

const FOLDER = new URL("../../../src/rewards/", import.meta.url);
const MACHINERY = ["define-reward", "index", "registry"];

/** `answer-format` and `answer_format`, for every file of a reward. */
const files: [string, string][] = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((file) => !MACHINERY.includes(file))
  .map((file) => [file, file.replaceAll("-", "_")]);

const registry = createRegistry(builtinRewards);

interface OptionSchema {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

const optionsOf = ({ info }: AnyRewardFactory): [string, OptionSchema][] =>
  Object.entries(info.options.properties as Record<string, OptionSchema>);

/** Completions that tell any two settings of any option apart. */
const COMPLETIONS: readonly CompletionInput[] = [
  { text: "<think>\nr\n</think>\n<answer>\n42\n</answer>", tokenCount: 9000 },
  { text: "<think>r</think><answer>42</answer>", tokenCount: 13_000 },
  { text: "r\n</think>\n<answer>\n42\n</answer>", tokenCount: 15_000 },
  { text: `\\boxed{42}${"x".repeat(700)}`, tokenCount: 3 },
  { text: `\\boxed{42}${"x".repeat(2000)}`, tokenCount: 2 },
  { text: `\\boxed{41}${"x".repeat(700)}`, tokenCount: 600 },
  { text: `\\boxed{41}${"x".repeat(2000)}`, tokenCount: 40_000 },
];

/** Answers that a policy decides, with their solutions. */
const ANSWERS: readonly (readonly [solution: string, answer: string])[] = [
  ["10\\text{ cm}", "10"],
  ["5\\%", "5"],
  ["90^\\circ", "90"],
  ["664_7", "664"],
  ["2", "\\log 100"],
  ["\\ln x^2", "2\\ln x"],
  ["1,2", "2,1"],
  ["(1,2)", "1<x<2"],
  ["1/3", "0.333"],
  ["1/2", "2/4"],
  ["B", "(B) 42"],
];

const GROUPS = [
  { columns: { solution: "42" }, completions: COMPLETIONS },
  ...ANSWERS.map(([solution, answer]) => ({
    columns: { solution },
    completions: [{ text: `\\boxed{${answer}}`, tokenCount: 5 }],
  })),
];

/** The engines run in a thread that needs the built package: their own tests start it. */
const TESTED_ELSEWHERE = new Set(["accuracy.engines"]);

async function scoresWith(factory: AnyRewardFactory, options?: object): Promise<RewardResult["score"][]> {
  const reward = factory(options as never) as RewardFunction<{ solution: string }>;
  return (await scoreGroups(GROUPS, reward)).rewards.flat();
}

/** Another value than the default that the schema allows. */
function otherValue({ enum: values, default: byDefault, minimum, maximum }: OptionSchema): unknown {
  if (values) return values.find((value) => value !== byDefault);
  if (typeof byDefault !== "number") return !byDefault;
  return [byDefault / 2, minimum, maximum].find((value) => value !== undefined && value !== byDefault);
}

describe("the registry of rewards", () => {
  it("holds the reward of every file once, and nothing else", () => {
    expect(files.length).toBeGreaterThan(0);
    expect(builtinRewards.map(({ info }) => info.name)).toEqual(files.map(([, name]) => name).sort());
  });

  it.each(files)("holds what %s.ts exports under the name %s", async (file, name) => {
    const exported = (await import(new URL(`${file}.ts`, FOLDER).href)) as Record<string, unknown>;
    expect(Object.values(exported)).toContain(findReward(registry, name));
  });
});

describe.each(builtinRewards.map((factory) => [factory.info.name, factory] as const))(
  "%s",
  (name, factory) => {
    it("describes itself", () => {
      const { info } = factory;
      expect(info.summary).toMatch(/^\S.{10,}\.$/);
      expect(info.range[0]).toBeLessThan(info.range[1]);
      expect(JSON.parse(JSON.stringify(info))).toEqual(info);
    });

    it("makes rewards of its name and kind", () => {
      expect(factory()).toMatchObject({ name, kind: factory.info.kind, columns: factory.info.columns });
    });

    it("refuses options that it does not know", () => {
      expect(() => factory({ no_such_option: 1 } as never)).toThrow(
        expect.objectContaining({
          code: "bad_options",
          message: expect.stringContaining("no_such_option") as string,
        }),
      );
    });
  },
);

const options = builtinRewards.flatMap((factory) =>
  optionsOf(factory).map(([option, schema]) => [factory.info.name, option, schema, factory] as const),
);

describe("the options of the rewards", () => {
  it("are there", () => {
    expect(options.length).toBeGreaterThanOrEqual(13);
  });

  it.each(options)("%s.%s has a type or a list of values", (_name, _option, schema) => {
    expect(schema.type ?? schema.enum).toBeDefined();
  });

  it.each(options)("%s.%s is by default what its schema says", async (_name, option, schema, factory) => {
    expect(await scoresWith(factory, { [option]: schema.default })).toEqual(await scoresWith(factory));
  });

  const visible = options.filter(([name, option]) => !TESTED_ELSEWHERE.has(`${name}.${option}`));

  it.each(visible)("%s.%s makes a difference", async (_name, option, schema, factory) => {
    expect(await scoresWith(factory, { [option]: otherValue(schema) })).not.toEqual(
      await scoresWith(factory),
    );
  });
});
