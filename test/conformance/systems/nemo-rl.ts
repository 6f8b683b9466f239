import type { System } from "../vector.js";

const nemoRl: System = {
  adapters: {},
  pending: ["nemo_rl.bbox_giou", "nemo_rl.exact_alnum", "nemo_rl.format", "nemo_rl.grpo_advantages"],
};

export default nemoRl;
