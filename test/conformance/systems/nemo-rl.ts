import { nemoRlAdvantages, nemoRlDeviations } from "../advantages/nemo-rl.js";
import { answerFormat } from "../../../src/index.js";
import { scores } from "../calls.js";
import type { System } from "../vector.js";

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
  },
  deviations: [
    ...nemoRlDeviations,
    {
      reason: "Blocks without content earn nothing; the original pays for bare tags.",
      returns: { "nemo_rl.format#034": [0], "nemo_rl.format#035": [0] },
    },
  ],
  pending: ["nemo_rl.bbox_giou", "nemo_rl.exact_alnum"],
};

export default nemoRl;
