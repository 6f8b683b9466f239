import type { System } from "../vector.js";

const msSwift: System = {
  adapters: {},
  pending: [
    "ms_swift.advantages",
    "ms_swift.cosine",
    "ms_swift.format",
    "ms_swift.react_format",
    "ms_swift.repetition",
    "ms_swift.soft_overlong",
    "ms_swift.toolbench",
  ],
};

export default msSwift;
