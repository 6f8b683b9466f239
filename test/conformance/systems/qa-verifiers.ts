import { answerFormat } from "../../../src/index.js";
import { scores } from "../calls.js";
import type { System } from "../vector.js";

const qaVerifiers: System = {
  adapters: {
    "open_instruct.soft_format": {
      run: ({ params, inputs }) => {
        const scale = params.reward_scale as number;
        const weights = { thinkWeight: scale / 4, answerWeight: (scale * 3) / 4 };
        const reward = answerFormat({ preset: "open-instruct", ...weights });
        return scores(reward, [{ columns: {}, completions: inputs.responses as readonly string[] }]);
      },
    },
  },
  deviations: [
    {
      reason: "Blocks without content earn nothing; the original pays for bare tags.",
      returns: { "open_instruct.soft_format#035": [0] },
    },
  ],
  pending: [
    "open_instruct.f1",
    "open_instruct.remove_thinking_section",
    "reasoning_gym.decimal_reward",
    "reasoning_gym.extract_answer",
    "reasoning_gym.score_answer",
    "slime.f1",
    "slime.gpqa",
    "verl.gsm8k",
    "verl.search_r1_em",
    "verl.search_r1_subem",
  ],
};

export default qaVerifiers;
