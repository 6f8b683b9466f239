import type { System } from "../vector.js";

const qaVerifiers: System = {
  adapters: {},
  pending: [
    "open_instruct.f1",
    "open_instruct.remove_thinking_section",
    "open_instruct.soft_format",
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
