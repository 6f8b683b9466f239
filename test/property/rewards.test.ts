import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnyRewardFactory,
  type Completion,
  type GroupScores,
  type GroupReward,
  RewardError,
  type RolloutReward,
  scoreGroups,
} from "../../src/index.js";
import type { CatalogueCase, Columns } from "../catalogue/case.js";
import { catalogue } from "../catalogue/index.js";
import { anyText } from "./texts.js";

type LeafReward = RolloutReward<Columns> | GroupReward<Columns>;

const completion: fc.Arbitrary<Completion> = fc.record({
  text: anyText,
  tokenCount: fc.nat(30_000),
  tokenIds: fc.array(fc.nat(50), { maxLength: 30 }),
  truncated: fc.boolean(),
});
const completions = fc.array(completion, { minLength: 1, maxLength: 6 });

/** The columns that a reward reads, with values that fit, texts, and anything else that JSON can hold. */
function anyColumns({ info }: AnyRewardFactory, { columns = {} }: CatalogueCase): fc.Arbitrary<Columns> {
  const values = Object.entries(columns).map(([name, samples]) => [
    name,
    fc.oneof(
      { arbitrary: fc.constantFrom(...samples), weight: 4 },
      { arbitrary: anyText, weight: 2 },
      { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 1 },
    ),
  ]);
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...info.columns],
  });
}

interface OptionSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const DRAWN_TYPES = ["boolean", "integer", "number"];

function optionValue({ type: types, enum: values, minimum, maximum }: OptionSchema): fc.Arbitrary<unknown> {
  if (values) return fc.constantFrom(...values);
  const [type = "", orNull] = [types ?? []].flat();
  const drawn = valueOfType(type, minimum, maximum);
  return orNull === "null" ? fc.option(drawn) : drawn;
}

function valueOfType(type: string, minimum?: number, maximum?: number): fc.Arbitrary<unknown> {
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ min: minimum ?? 0, max: maximum ?? 20_000 });
  return fc.double({ min: minimum ?? -1, max: maximum ?? 1, noNaN: true });
}

/** The reward with these options; `null` if it refuses them together, though each would do by itself. */
function made(factory: AnyRewardFactory, options: object): LeafReward | null {
  try {
    return factory(options as never) as LeafReward;
  } catch (error) {
    if (error instanceof RewardError && error.code === "bad_options") return null;
    throw error;
  }
}

/** A reward of this kind with any options. */
function anyReward(factory: AnyRewardFactory, { required }: CatalogueCase): fc.Arbitrary<LeafReward> {
  const schemas = Object.entries(factory.info.options.properties as Record<string, OptionSchema>);
  const drawn = schemas.filter(
    ([name, { type, enum: values }]) =>
      !(name in (required ?? {})) && (values ?? DRAWN_TYPES.includes([type].flat()[0] ?? "")),
  );
  const values = Object.fromEntries(drawn.map(([name, schema]) => [name, optionValue(schema)]));
  return fc
    .record(values, { requiredKeys: [] })
    .map((options) => made(factory, { ...required, ...options }))
    .filter((reward) => reward !== null);
}

/** How far a sum of rounded terms may lie beyond the sum of their bounds. */
const ROUNDING = 1e-12;

const score = (reward: LeafReward, each: readonly Completion[], columns: Columns): Promise<GroupScores> =>
  scoreGroups([{ prompt: "6 × 7?", columns, completions: each }], reward);

const local = catalogue.filter(([, , { isRemote }]) => isRemote !== true);

describe.each(local)("%s", (name, factory, tested) => {
  const columns = anyColumns(factory, tested);
  const draw = [anyReward(factory, tested), completions, columns] as const;

  it("gives every text a score within its range, or none for the reference's fault", async () => {
    await fc.assert(
      fc.asyncProperty(...draw, async (reward, each, column) => {
        const { scores, verdicts } = await score(reward, each, column);
        const least = reward.range?.[0] ?? -Infinity;
        const greatest = reward.range?.[1] ?? Infinity;
        const [row = []] = scores[name] ?? [];
        expect(row).toHaveLength(each.length);
        row.forEach((value, i) => {
          const verdict = verdicts[name]?.[0]?.[i];
          const fault = verdict?.status === "undetermined" ? verdict.fault : "none";
          expect(value === null ? fault : "scored").toBe(value === null ? "reference" : "scored");
          expect(fault).not.toBe("system");
          expect(value ?? least).toBeGreaterThanOrEqual(least - ROUNDING);
          expect(value ?? least).toBeLessThanOrEqual(greatest + ROUNDING);
        });
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same again", async () => {
    await fc.assert(
      fc.asyncProperty(...draw, async (reward, each, column) => {
        const first = await score(reward, each, column);
        await score(
          reward,
          [...each, { text: "<think>\\boxed{", tokenCount: 1, tokenIds: [1], truncated: true }],
          column,
        );
        expect(await score(reward, each, column)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  it("leaves what it is given as it was", async () => {
    await fc.assert(
      fc.asyncProperty(...draw, async (reward, each, column) => {
        const given = structuredClone([each, column]);
        await score(reward, each, column);
        expect([each, column]).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });

  it("follows the order of the completions", async () => {
    await fc.assert(
      fc.asyncProperty(...draw, async (reward, each, column) => {
        const { rewards } = await score(reward, each, column);
        const reversed = await score(reward, each.toReversed(), column);
        expect(reversed.rewards[0]?.toReversed()).toEqual(rewards[0]);
      }),
      { numRuns: 50 },
    );
  });
});

const singly = local.filter(([, { info }]) => info.kind === "rollout");

it.each(singly)("%s gives a batch what it gives single completions", async (_name, factory, tested) => {
  await fc.assert(
    fc.asyncProperty(
      anyReward(factory, tested),
      completions,
      anyColumns(factory, tested),
      async (reward, each, column) => {
        const batch = await score(reward, each, column);
        const singles = await Promise.all(each.map((single) => score(reward, [single], column)));
        expect(batch.rewards[0]).toEqual(singles.map(({ rewards }) => rewards[0]?.[0]));
      },
    ),
    { numRuns: 50 },
  );
});
