import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RewardFunction, RewardResult } from "../../../src/index.js";
import { scoreGroups } from "../../../src/index.js";
import type { AnyRewardFactory } from "../../../src/rewards/define-reward.js";
import { builtinRewards } from "../../../src/rewards/index.js";
import { createRegistry, findReward } from "../../../src/rewards/registry.js";
import type { CatalogueCase, Columns } from "../../catalogue/case.js";
import { caseNames, caseOf, catalogue } from "../../catalogue/index.js";

const FOLDER = new URL("../../../src/rewards/", import.meta.url);
const MACHINERY = [
  "closest-name",
  "code-options",
  "code-tests",
  "contest-options",
  "counterparts",
  "define-reward",
  "index",
  "json-options",
  "length-options",
  "registry",
  "score-range",
];

/** `answer-format` and `answer_format`, for every file of a reward. */
const files: [string, string][] = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((file) => !MACHINERY.includes(file))
  .map((file) => [file, file.replaceAll("-", "_")]);

const registry = createRegistry(builtinRewards);

interface OptionSchema {
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

const optionsOf = ({ info }: AnyRewardFactory): [string, OptionSchema][] =>
  Object.entries(info.options.properties as Record<string, OptionSchema>);

async function scoresWith(
  factory: AnyRewardFactory,
  { required, groups }: CatalogueCase,
  options?: object,
): Promise<RewardResult["score"][]> {
  const given = required || options ? { ...required, ...options } : undefined;
  const reward = factory(given as never) as RewardFunction<Columns>;
  return (await scoreGroups(groups, reward)).rewards.flat();
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

it("has a case in test/catalogue for every reward", () => {
  expect([...caseNames].sort()).toEqual(files.map(([, name]) => name).sort());
});

describe.each(catalogue)("%s", (name, factory, { required }) => {
  it("describes itself", () => {
    const { info } = factory;
    expect(info.summary).toMatch(/^\S.{10,}\.$/);
    expect(info.source).toMatch(/\S/);
    expect(info.family).not.toBe("other");
    const [least, greatest] = info.range as readonly [number, number];
    expect(least).toBeLessThan(greatest);
    expect(JSON.parse(JSON.stringify(info))).toEqual(info);
  });

  it("makes rewards of its name and kind", () => {
    expect(factory(required as never)).toMatchObject({
      name,
      kind: factory.info.kind,
      columns: factory.info.columns,
    });
  });

  it("refuses options that it does not know", () => {
    expect(() => factory({ ...required, no_such_option: 1 } as never)).toThrow(
      expect.objectContaining({
        code: "bad_options",
        message: expect.stringContaining("no_such_option") as string,
      }),
    );
  });

  it.each(Object.entries(factory.info.presets))("accepts its preset %s", (preset, options) => {
    expect(() => factory({ ...required, preset } as never)).not.toThrow();
    expect(() => factory({ ...required, ...options } as never)).not.toThrow();
  });
});

const options = builtinRewards.flatMap((factory) =>
  optionsOf(factory).map(([option, schema]) => [factory.info.name, option, schema, factory] as const),
);
/** Those of rewards that call no server: what a server gets is for their own tests. */
const local = options.filter(([, , , factory]) => caseOf(factory).isRemote !== true);
const withDefault = local.filter(([, , schema]) => schema.default !== undefined);
const visible = local.filter(([, option, , factory]) => !(option in (caseOf(factory).shownElsewhere ?? {})));

describe("the options of the rewards", () => {
  it("are there", () => {
    expect(options.length).toBeGreaterThanOrEqual(13);
    expect(withDefault.length).toBeGreaterThanOrEqual(13);
  });

  it.each(options)("%s.%s describes itself", (_name, _option, schema) => {
    expect(schema.description).toMatch(/^\S.{5,}\.$/);
  });

  it.each(withDefault)("%s.%s is by default what its schema says", async (_name, option, schema, factory) => {
    const tested = caseOf(factory);
    expect(await scoresWith(factory, tested, { [option]: schema.default })).toEqual(
      await scoresWith(factory, tested),
    );
  });

  it.each(visible)("%s.%s makes a difference", async (_name, option, schema, factory) => {
    const tested = caseOf(factory);
    const other = tested.others?.[option] ?? otherValue(schema);
    expect(await scoresWith(factory, tested, { [option]: other })).not.toEqual(
      await scoresWith(factory, tested),
    );
  });
});
