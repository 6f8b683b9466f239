import { answerFormat, bboxGiou, exactMatch, type RewardFunction } from "../../../src/index.js";
import { nemoRlAdvantages, nemoRlDeviations } from "../advantages/nemo-rl.js";
import { type Columns, scores } from "../calls.js";
import type { System, Vector } from "../vector.js";

/** The score, and whether it is above what the original calls correct. */
async function judge(reward: unknown, { inputs }: Vector, above: number): Promise<unknown> {
  const columns = { solution: inputs.ground_truth };
  const group = { columns, completions: [inputs.response as string] };
  const [score = null] = await scores(reward as RewardFunction<Columns>, [group]);
  return [score, (score ?? 0) > above];
}

const nemoRl: System = {
  adapters: {
    "nemo_rl.grpo_advantages": nemoRlAdvantages,
    "nemo_rl.format": {
      run: ({ params, inputs }) => {
        const tags = { thinkTag: params.think_tag as string, answerTag: params.answer_tag as string };
        const reward = answerFormat({ preset: "nemo-rl", ...tags });
        return scores(reward, [{ columns: {}, completions: [inputs.response as string] }]);
      },
      // The second value is a flag of the environment, and not a score.
      expected: ({ expected }) => (expected as readonly unknown[]).slice(0, 1),
    },
    "nemo_rl.exact_alnum": { run: (vector) => judge(exactMatch({ preset: "nemo-rl" }), vector, 0) },
    "nemo_rl.bbox_giou": { run: (vector) => judge(bboxGiou({ preset: "nemo-rl" }), vector, 0.5) },
  },
  deviations: [
    ...nemoRlDeviations,
    {
      reason: "Blocks without content earn nothing; the original pays for bare tags.",
      returns: { "nemo_rl.format#034": [0], "nemo_rl.format#035": [0] },
    },
    {
      reason:
        "A solution without letters and digits gives null; in the original every such answer equals it.",
      returns: { "nemo_rl.exact_alnum#007": [null, false] },
    },
  ],
};

export default nemoRl;
