import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnyRewardFactory,
  type Completion,
  type GroupScores,
  type RewardFunction,
  scoreGroups,
} from "../../src/index.js";
import { builtinRewards } from "../../src/rewards/index.js";
import { anyText } from "./texts.js";

interface Columns {
  readonly solution: string | number | null;
}

const completion: fc.Arbitrary<Completion> = fc.record({ text: anyText, tokenCount: fc.nat(30_000) });
const completions = fc.array(completion, { minLength: 1, maxLength: 6 });
const solution = fc.oneof(
  fc.constantFrom("42", "1/2", "\\boxed{42}", "#### 42", "B", "", "$$", null),
  anyText,
  fc.double(),
);

interface OptionSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
}

function optionValue({ type, enum: values, minimum, maximum }: OptionSchema): fc.Arbitrary<unknown> {
  if (values) return fc.constantFrom(...values);
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ min: minimum ?? 0, max: maximum ?? 20_000 });
  return fc.double({ min: minimum ?? -1, max: maximum ?? 1, noNaN: true });
}

/** A reward of this kind with any options. */
function anyReward(factory: AnyRewardFactory): fc.Arbitrary<RewardFunction<Columns>> {
  const schemas = factory.info.options.properties as Record<string, OptionSchema>;
  const values = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, optionValue(schema)]),
  );
  return fc
    .record(values, { requiredKeys: [] })
    .map((options) => factory(options as never) as RewardFunction<Columns>);
}

const score = (
  reward: RewardFunction<Columns>,
  each: readonly Completion[],
  column: Columns["solution"],
): Promise<GroupScores> => scoreGroups([{ columns: { solution: column }, completions: each }], reward);

describe.each(builtinRewards.map((factory) => [factory.info.name, factory] as const))(
  "%s",
  (name, factory) => {
    const [least, greatest] = factory.info.range;

    it("gives every text a score within its range, or none for the solution's fault", async () => {
      await fc.assert(
        fc.asyncProperty(anyReward(factory), completions, solution, async (reward, each, column) => {
          const { scores, verdicts } = await score(reward, each, column);
          const [row = []] = scores[name] ?? [];
          expect(row).toHaveLength(each.length);
          row.forEach((value, i) => {
            const verdict = verdicts[name]?.[0]?.[i];
            const fault = verdict?.status === "undetermined" ? verdict.fault : "none";
            expect(value === null ? fault : "scored").toBe(value === null ? "reference" : "scored");
            expect(fault).not.toBe("system");
            expect(value ?? least).toBeGreaterThanOrEqual(least);
            expect(value ?? least).toBeLessThanOrEqual(greatest);
          });
        }),
        { numRuns: 200 },
      );
    });

    it("gives the same again", async () => {
      await fc.assert(
        fc.asyncProperty(anyReward(factory), completions, solution, async (reward, each, column) => {
          const first = await score(reward, each, column);
          await score(reward, [...each, { text: "<think>\\boxed{", tokenCount: 1 }], "other");
          expect(await score(reward, each, column)).toEqual(first);
        }),
        { numRuns: 50 },
      );
    });

    it("follows the order of the completions", async () => {
      await fc.assert(
        fc.asyncProperty(anyReward(factory), completions, solution, async (reward, each, column) => {
          const { rewards } = await score(reward, each, column);
          const reversed = await score(reward, each.toReversed(), column);
          expect(reversed.rewards[0]?.toReversed()).toEqual(rewards[0]);
        }),
        { numRuns: 50 },
      );
    });
  },
);

const singly = builtinRewards.filter(({ info }) => info.kind === "rollout");

it.each(singly.map((factory) => [factory.info.name, factory] as const))(
  "%s gives a batch what it gives single completions",
  async (_name, factory) => {
    await fc.assert(
      fc.asyncProperty(anyReward(factory), completions, solution, async (reward, each, column) => {
        const batch = await score(reward, each, column);
        const singles = await Promise.all(each.map((single) => score(reward, [single], column)));
        expect(batch.rewards[0]).toEqual(singles.map(({ rewards }) => rewards[0]?.[0]));
      }),
      { numRuns: 100 },
    );
  },
);
