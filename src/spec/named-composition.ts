import type { RewardFunction } from "../core/index.js";
import type { AnyRewardFactory, RewardInfo } from "../rewards/define-reward.js";
import { findReward, type Registry } from "../rewards/registry.js";
import { partNames, rewardFromSpec } from "./reward-from-spec.js";

/**
 * A composition under a name of its own, to be used like any other reward. It takes no options.
 *
 * @throws {RewardError} for a spec that is no reward
 */
export function namedComposition(name: string, spec: unknown, registry: Registry): AnyRewardFactory {
  const make = (): RewardFunction<never> => ({ ...rewardFromSpec(spec, registry, name), name });
  make();
  const infos = partNames(spec).map((part) => findReward(registry, part).info);
  const info: RewardInfo = {
    name,
    summary: `The composition ${JSON.stringify(spec)}.`,
    family: "compositions",
    kind: infos.some(({ kind }) => kind === "group") ? "group" : "rollout",
    range: null,
    presetRanges: {},
    columns: [...new Set(infos.flatMap(({ columns }) => columns))],
    optionalColumns: [...new Set(infos.flatMap(({ optionalColumns }) => optionalColumns))],
    readsWhen: {},
    extra: [],
    options: { type: "object", properties: {}, additionalProperties: false },
    presets: {},
    source: "",
  };
  return Object.assign(make, { info });
}
