import type { System } from "../vector.js";

const tinyzero: System = {
  adapters: {},
  pending: ["tinyzero.countdown", "tinyzero.gsm8k", "tinyzero.multiply"],
};

export default tinyzero;
