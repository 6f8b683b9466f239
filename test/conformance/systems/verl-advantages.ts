import type { System } from "../vector.js";

const verlAdvantages: System = {
  adapters: {},
  pending: [
    "verl.dr_grpo",
    "verl.gae",
    "verl.gpg",
    "verl.grpo",
    "verl.grpo_passk",
    "verl.grpo_vectorized",
    "verl.opo",
    "verl.optimal_token_baseline",
    "verl.reinforce_plus_plus",
    "verl.reinforce_plus_plus_baseline",
    "verl.remax",
    "verl.rloo",
    "verl.rloo_vectorized",
  ],
};

export default verlAdvantages;
