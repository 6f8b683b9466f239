import type { RewardFunction } from "../core/index.js";
import type { JsonSchema } from "../schema/index.js";
import type { AnyRewardFactory, RewardInfo } from "../rewards/define-reward.js";
import { findReward, type Registry } from "../rewards/registry.js";
import { leavesOfSpec, rewardFromSpec } from "./reward-from-spec.js";

/** The optional columns that a reward reads with these options. */
function columnsThatMatter({ optionalColumns, readsWhen, ...info }: RewardInfo, options: object): string[] {
  const { preset } = options as { readonly preset?: string };
  const stated = { ...(preset !== undefined && info.presets[preset]), ...options };
  const { properties } = info.options as { readonly properties: Readonly<Record<string, JsonSchema>> };
  return optionalColumns.filter((column) => {
    const condition = readsWhen[column];
    if (condition === undefined) return true;
    const { option, values } = condition;
    return values.includes(
      (stated as Readonly<Record<string, unknown>>)[option] ?? properties[option]?.default,
    );
  });
}

/**
 * A composition under a name of its own, to be used like any other reward. It takes no options.
 *
 * @throws {RewardError} for a spec that is no reward
 */
export function namedComposition(name: string, spec: unknown, registry: Registry): AnyRewardFactory {
  const make = (): RewardFunction<never> => ({ ...rewardFromSpec(spec, registry, name), name });
  make();
  const parts = leavesOfSpec(spec).map(({ name: part, options = {} }) => ({
    info: findReward(registry, part).info,
    options,
  }));
  const infos = parts.map((part) => part.info);
  const info: RewardInfo = {
    name,
    summary: `The composition ${JSON.stringify(spec)}.`,
    family: "compositions",
    kind: infos.some(({ kind }) => kind === "group") ? "group" : "rollout",
    range: null,
    presetRanges: {},
    columns: [...new Set(infos.flatMap(({ columns }) => columns))],
    optionalColumns: [...new Set(parts.flatMap((part) => columnsThatMatter(part.info, part.options)))],
    readsWhen: {},
    extra: [],
    options: { type: "object", properties: {}, additionalProperties: false },
    presets: {},
    source: "",
  };
  return Object.assign(make, { info });
}
