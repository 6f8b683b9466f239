/** An answer in the form that the tiers compare: normalised once, before the first tier. */
export interface Answer {
  readonly normalized: string;
  /** The `x` of an answer that was written `x = …`, which `normalized` leaves out. */
  readonly variable: string | null;
}

/** Decides whether two answers are equal, or passes (`null`) to the next tier. Pure, and never wrong when it decides. */
export interface Tier {
  /** Stands as `by` in the verdict of the pairs that this tier decides. */
  readonly name: string;
  readonly equal: (reference: Answer, candidate: Answer) => boolean | null;
}
