/** What tells one trainer's GRPO advantages from another's. */
export interface GroupRelativeSettings {
  /** What the centred rewards are divided by: the deviation of the group, of the batch, or nothing (Dr. GRPO). */
  readonly scale: "group" | "batch" | "none";
  /** Degrees of freedom taken off in the deviation: 1 for the sample's, 0 for the population's. */
  readonly ddof: 0 | 1;
  /** Added to the deviation. */
  readonly eps: number;
  /** What a group with a single scorable reward gets: 0, or its raw reward (over `1 + eps` when scaled). */
  readonly singleton: "zero" | "raw";
}

/** Trainers whose GRPO advantages a preset reproduces. */
export type AdvantagePreset = "trl" | "trl-async" | "verl";

/** The options of each trainer. A preset is nothing but options: every one can be overridden. */
export const presets: Readonly<Record<AdvantagePreset, GroupRelativeSettings>> = {
  /** TRL `GRPOTrainer`: sample deviation, and a group of one has advantage 0. */
  trl: { scale: "group", ddof: 1, eps: 1e-4, singleton: "zero" },
  /** TRL `AsyncGRPOTrainer`: population deviation. */
  "trl-async": { scale: "group", ddof: 0, eps: 1e-8, singleton: "zero" },
  /** verl `grpo`: sample deviation, and a group of one keeps its raw reward. */
  verl: { scale: "group", ddof: 1, eps: 1e-6, singleton: "raw" },
};
