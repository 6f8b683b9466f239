import type { System } from "../vector.js";

const miniR1: System = {
  adapters: {},
  pending: ["mini_r1.equation", "mini_r1.format"],
};

export default miniR1;
