import type { Judgement } from "../mathjs.js";

export interface Cartesian {
  readonly re: number;
  readonly im: number;
}

/** By the values of both sides at some points: doubles that are as good as equal, or far apart. */
export function compareValues(values: readonly (readonly [Cartesian | null, Cartesian | null])[]): Judgement {
  let agree = true;
  for (const [p, q] of values) {
    if (p === null || q === null) {
      agree = false;
      continue;
    }
    const size = Math.max(1, Math.hypot(p.re, p.im), Math.hypot(q.re, q.im));
    const gap = Math.hypot(p.re - q.re, p.im - q.im) / size;
    if (gap > 1e-5 && size < 1e6) return "different";
    agree &&= gap < 1e-9;
  }
  return agree ? "equal" : "unclear";
}
