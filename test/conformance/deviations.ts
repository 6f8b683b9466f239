import type { Outcome } from "./vectors.js";

/** A reason to differ from an original, and what this library returns for the vectors that it concerns. */
export interface Deviation {
  readonly reason: string;
  readonly returns: Readonly<Record<string, Outcome>>;
}

/** Vectors for which the original has a value, and this library returns another on purpose. */
export const deviations: readonly Deviation[] = [
  {
    reason: "Nested think tags are not the template; the original's lazy match lets them into the thinking.",
    returns: { "open_r1.format#016": [0], "open_r1.format#064": [0] },
  },
  {
    reason: "A repeated block earns nothing; the original's lazy match runs over the repetition.",
    returns: { "open_r1.format#018": [0], "open_r1.format#019": [0] },
  },
  {
    reason: "Text after the answer earns nothing; the original's multi-line `$` accepts any further lines.",
    returns: { "open_r1.format#026": [0] },
  },
  {
    reason:
      "The last assistant message is judged, which is the model's final word; the original takes the first.",
    returns: {
      "open_r1.format#068": [1],
      "open_r1.tag_count#068": [1],
      "trl.think_format#076": [1],
    },
  },
  {
    reason:
      "Beyond maxLength the score stays; the original's cosine climbs again, so that rambling on pays as much as brevity.",
    returns: {
      "open_r1.cosine_scaled#009": [0.5],
      "open_r1.cosine_scaled#010": [-0.5],
      "open_r1.cosine_scaled#011": [0.5],
      "open_r1.cosine_scaled#012": [-0.5],
      "open_r1.cosine_scaled#014": [0.5],
      "open_r1.cosine_scaled#037": [0.5],
    },
  },
  {
    reason: "A solution that cannot be judged gives null; the original pays every completion in full.",
    returns: {
      "open_r1.len#027": [null, null],
      "open_r1.cosine_scaled#033": [null],
      "open_r1.cosine_scaled#034": [null],
    },
  },
];

/** Vectors for which the original raises, and this library is defined. */
export const definedHere: readonly Deviation[] = [
  {
    reason: "A completion may be plain text.",
    returns: {
      "open_r1.format#065": [1],
      "open_r1.tag_count#065": [1],
      "trl.think_format#073": [1],
    },
  },
  {
    reason: "A message without content, as one that only calls tools, is the empty string.",
    returns: { "open_r1.format#069": [0] },
  },
  {
    reason: "A conversation without an assistant message is the empty string.",
    returns: { "open_r1.format#070": [0], "trl.think_format#078": [0] },
  },
  {
    reason: "A group without completions has no scores.",
    returns: { "open_r1.len#028": [] },
  },
  {
    reason: "A maximum length of 0 is refused before anything is scored.",
    returns: { "trl.cosine_scaled#034": "bad_options" },
  },
];
