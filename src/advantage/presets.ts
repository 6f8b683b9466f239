/** What tells one trainer's GRPO advantages from another's. */
export interface GroupRelativeSettings {
  /** What the centred rewards are divided by: the deviation of the group, of the batch, or nothing (Dr. GRPO). */
  readonly scale: "group" | "batch" | "none";
  /** Degrees of freedom taken off in the deviation: 1 for the sample's, 0 for the population's. */
  readonly ddof: 0 | 1;
  /** Added to the deviation. */
  readonly eps: number;
  /** The least that a deviation counts, before `eps` is added. */
  readonly floor: number;
  /** What a group with a single scorable reward gets: 0, or its raw reward (over `1 + eps` when scaled). */
  readonly singleton: "zero" | "raw";
  /** Whether a `null`, NaN or infinite reward stays out of every statistic, or counts as the reward 0. */
  readonly unscorable: "exclude" | "zero";
}

/** Trainers whose GRPO advantages a preset reproduces. */
export type AdvantagePreset =
  | "trl"
  | "trl-async"
  | "verl"
  | "verl-vectorized"
  | "open-instruct"
  | "openrlhf"
  | "slime"
  | "nemo-rl"
  | "ms-swift";

const base: GroupRelativeSettings = {
  scale: "group",
  ddof: 1,
  eps: 1e-4,
  floor: 0,
  singleton: "zero",
  unscorable: "exclude",
};

/** The options of each trainer. A preset is nothing but options: every one can be overridden. */
export const presets: Readonly<Record<AdvantagePreset, GroupRelativeSettings>> = {
  /** TRL `GRPOTrainer`: sample deviation, and a group of one has advantage 0. */
  trl: base,
  /** TRL `AsyncGRPOTrainer`: population deviation. */
  "trl-async": { ...base, ddof: 0, eps: 1e-8 },
  /** verl `grpo`: sample deviation, and a group of one keeps its raw reward. */
  verl: { ...base, eps: 1e-6, singleton: "raw" },
  /** verl `grpo_vectorized`: the same, with a variance of at least 1e-6. */
  "verl-vectorized": { ...base, eps: 1e-6, floor: 1e-3, singleton: "raw" },
  /** open-instruct: centred only, its default; with `scale: "group"`, its `standard` normalisation. */
  "open-instruct": { ...base, scale: "none", ddof: 0, eps: 1e-8 },
  /** OpenRLHF `group_norm`. */
  openrlhf: { ...base, eps: 1e-9 },
  /** slime, without its pooling of groups of different sizes into one. */
  slime: { ...base, eps: 1e-6 },
  /** NeMo-RL without its leave-one-out baseline, for which there is `leaveOneOutDeviation`. */
  "nemo-rl": { ...base, eps: 1e-6 },
  /** ms-swift `grpo`: a reward that is missing counts as 0. */
  "ms-swift": { ...base, unscorable: "zero" },
};
