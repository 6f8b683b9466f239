import {
  answerReader,
  type ExtractionOptions,
  extractionSchema,
  generalizedIou,
  readRectangle,
  unusableReference,
} from "../answers/index.js";
import type { RolloutReward } from "../core/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";
import { rangeOver } from "./score-range.js";

/** Columns of {@link bboxGiou}. */
export interface BoundingBoxColumns {
  /** Two opposite corners, `[x1, y1, x2, y2]`, as text or numbers. */
  readonly solution: string | readonly number[] | null;
}

/** Options of {@link bboxGiou}. */
export interface BboxGiouOptions extends ExtractionOptions {
  /** The options of another system's variant. */
  readonly preset?: "nemo-rl";
  /** Score of an answer that is no box. @default -1 */
  readonly unreadableScore?: number;
}

/**
 * The generalised intersection over union (arXiv:1902.09630) of the box in the answer, `[x1, y1, x2, y2]`, and the one
 * in the column `solution`: 1 if they are the same, towards -1 the farther they are apart. `null` if the solution is no
 * box. Areas below 0.001 count as 0.001, so coordinates are best normalised to at least 0 to 1.
 *
 * NeMo-RL's `bbox_giou_reward` is the preset `nemo-rl`, where an answer that is no box earns 0, more than a box that
 * misses. Unlike there, corners may come in either order, and turned ones cannot earn more than 1.
 */
export const bboxGiou: RewardFactory<RolloutReward<BoundingBoxColumns>, BboxGiouOptions> = defineReward({
  name: "bbox_giou",
  summary:
    "How well the bounding box in the answer covers the solution's: generalised intersection over union.",
  family: "math",
  source: "Generalized Intersection over Union (arXiv:1902.09630); NeMo-RL (bbox_giou_reward).",
  range: ({ unreadableScore = -1 }: BboxGiouOptions) => rangeOver(-1, 1, unreadableScore),
  columns: ["solution"],
  options: {
    ...extractionSchema("tagged"),
    unreadableScore: { type: "number", default: -1, description: "Score of an answer that is no box." },
  },
  presets: { "nemo-rl": { extract: "outer", unreadableScore: 0 } },
  rollout: (options: BboxGiouOptions) => {
    const { unreadableScore = -1 } = options;
    const read = answerReader(options, "tagged");
    return ({ task, completion }) => {
      const expected = readRectangle(task.columns.solution);
      if (expected === null) return unusableReference("not_a_box");
      const stated = readRectangle(read(completion.text));
      return (stated && generalizedIou(stated, expected)) ?? unreadableScore;
    };
  },
});
