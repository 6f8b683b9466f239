import { filterGroups, type GroupFilterPreset } from "../../../src/advantage/index.js";
import type { Score } from "../../../src/index.js";
import type { Adapter, Deviation } from "../vector.js";

/** Whether the only group is kept. */
function keeps(preset: GroupFilterPreset): Adapter {
  return {
    expected: ({ expected }) => ({ keep: (expected as { keep: boolean }).keep }),
    run: ({ inputs }) => {
      const rewards = (inputs.rewards as (number | "NaN")[]).map((reward): Score => {
        return reward === "NaN" ? null : reward;
      });
      return { keep: filterGroups([rewards], { preset }).kept.length === 1 };
    },
  };
}

export const filterAdapters: Readonly<Record<string, Adapter>> = {
  "slime.nonzero_std_filter": keeps("slime"),
  "open_instruct.filter_zero_std": keeps("open-instruct"),
};

export const filterDeviations: readonly Deviation[] = [
  {
    reason: "One reward and a NaN: nothing is left to compare, and the group would train on advantages of 0.",
    returns: { "open_instruct.filter_zero_std#020": { keep: false } },
  },
];
