import { RewardError, type Score } from "../core/index.js";
import { type AdvantagePreset, type GroupRelativeSettings, presets } from "./presets.js";
import { isScorable, mean, standardDeviation } from "./statistics.js";

/** Options of {@link groupRelative}: a preset, and what differs from it. */
export interface GroupRelativeOptions extends Partial<GroupRelativeSettings> {
  /** The trainer whose settings stand where none is given. @default "trl" */
  readonly preset?: AdvantagePreset;
}

function withoutUndefined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function checkSettings({ scale, ddof, eps, singleton }: GroupRelativeSettings): void {
  const fits =
    ["group", "batch", "none"].includes(scale) &&
    [0, 1].includes(ddof) &&
    Number.isFinite(eps) &&
    eps >= 0 &&
    ["zero", "raw"].includes(singleton);
  if (fits) return;
  throw new RewardError(
    "bad_options",
    'Advantages take scale "group", "batch" or "none", ddof 0 or 1, eps of 0 or more, singleton "zero" or "raw"; ' +
      `these are ${JSON.stringify({ scale, ddof, eps, singleton })}.`,
  );
}

function settingsOf({ preset = "trl", ...overrides }: GroupRelativeOptions): GroupRelativeSettings {
  if (!Object.hasOwn(presets, preset)) {
    const known = Object.keys(presets).join(", ");
    throw new RewardError("bad_options", `There is no advantage preset "${preset}"; known are ${known}.`);
  }
  const settings = { ...presets[preset], ...withoutUndefined(overrides) };
  checkSettings(settings);
  return settings;
}

/** (reward - mean) / (deviation + eps) of one group; rows without a scorable reward get 0. */
function groupAdvantages(
  rewards: readonly Score[],
  settings: GroupRelativeSettings,
  batchDeviation: number,
): number[] {
  const { scale, ddof, eps, singleton } = settings;
  const scorable = rewards.filter(isScorable);
  const isRaw = scorable.length === 1 && singleton === "raw";
  const center = isRaw ? 0 : mean(scorable);
  const ownDeviation = isRaw ? 1 : standardDeviation(scorable, ddof);
  const deviation = scale === "batch" && !isRaw ? batchDeviation : ownDeviation;
  const divisor = scale === "none" ? 1 : deviation + eps;
  return rewards.map((reward) => {
    const centered = isScorable(reward) ? reward - center : 0;
    return centered === 0 ? 0 : centered / divisor;
  });
}

/**
 * GRPO's group-relative advantages, (reward - mean of the group) / (deviation + eps), from DeepSeekMath
 * (arXiv:2402.03300); `scale: "none"` is Dr. GRPO (arXiv:2503.20783).
 *
 * A `null`, NaN or infinite reward stays out of every mean and deviation and has advantage 0. A group of equal
 * rewards has exactly 0 everywhere. Groups may differ in size. Linear in the number of rewards.
 *
 * @param groups one list of rewards per prompt
 * @returns one list of finite advantages per prompt, of the same lengths
 * @throws {RewardError} `bad_options` if the preset does not exist or a setting has no meaning
 */
export function groupRelative(
  groups: readonly (readonly Score[])[],
  options: GroupRelativeOptions = {},
): number[][] {
  const settings = settingsOf(options);
  const all = settings.scale === "batch" ? groups.flat().filter(isScorable) : [];
  const batchDeviation = standardDeviation(all, settings.ddof);
  return groups.map((rewards) => groupAdvantages(rewards, settings, batchDeviation));
}
