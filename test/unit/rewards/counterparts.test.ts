import { describe, expect, it } from "vitest";
import { COUNTERPARTS } from "../../../src/rewards/counterparts.js";
import { builtinRewards } from "../../../src/rewards/index.js";
import { createRegistry, findReward } from "../../../src/rewards/registry.js";
import { caseOf } from "../../catalogue/index.js";

const registry = createRegistry(builtinRewards);
const rows = Object.entries(COUNTERPARTS).flatMap(([system, counterparts]) =>
  counterparts.map((row) => [system, row.names[0], row] as const),
);

describe("a reward of another system", () => {
  it.each(rows.filter(([, , { reward }]) => reward !== null))(
    "of %s, %s, is a reward here with the options that are named",
    (_system, _name, { reward, options }) => {
      const factory = findReward(registry, reward ?? "");
      expect(() => factory({ ...caseOf(factory).required, ...options } as never)).not.toThrow();
    },
  );

  it.each(rows.filter(([, , { reward }]) => reward === null))(
    "of %s, %s, has no single counterpart, but advice",
    (_system, _name, { remark }) => {
      expect(remark).toMatch(/\S/);
    },
  );

  it.each(rows.filter(([, , { reward, remark }]) => reward !== null && /\b(?:is|are) /.test(remark)))(
    "of %s, %s, has settings and columns that are options and columns here",
    (_system, _name, { reward, remark }) => {
      const { info } = findReward(registry, reward ?? "");
      const known = [
        ...Object.keys(info.options.properties as object),
        ...info.columns,
        ...info.optionalColumns,
      ];
      const named = [...remark.matchAll(/\b(?:is|are) (?:the column )?(\w+)/g)].map(([, name]) => name);
      expect(known).toEqual(expect.arrayContaining(named));
    },
  );

  it.each(Object.entries(COUNTERPARTS))("of %s is listed once", (_system, counterparts) => {
    const names = counterparts.flatMap((row) => row.names);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Presets of a paper, of a model, or of a variant that has no name of its own in its system. */
const WITHOUT_A_NAME: readonly string[] = [
  "accuracy default",
  "binary_code live-code-bench",
  "binary_code sandbox-fusion",
  "binary_code verl",
  "code live-code-bench",
  "code sandbox-fusion",
  "cosine_scaled open-r1",
  "ifeval google-loose",
  "ifeval google-strict",
  "language_consistency deepseek-r1",
  "length kimi",
  "numeric_match reasoning-gym-decimal",
  "repetition_penalty open-r1-zh",
  "thinking_budget deepseek-r1",
  "thinking_budget deepseek-r1-distill-qwen",
  "thinking_budget qwen3",
];

it("every system of which a reward has a preset is among those that one may come from", () => {
  const named = new Set(
    Object.values(COUNTERPARTS)
      .flat()
      .map(({ reward, options }) => `${reward ?? ""} ${String(options.preset)}`),
  );
  const missing = builtinRewards.flatMap(({ info }) =>
    Object.keys(info.presets)
      .map((preset) => `${info.name} ${preset}`)
      .filter((each) => !named.has(each)),
  );
  expect(missing.sort()).toEqual(WITHOUT_A_NAME);
});
