import { msSwiftAdvantages, msSwiftDeviations } from "../advantages/ms-swift.js";
import { answerFormat } from "../../../src/index.js";
import { scoresOfVector } from "../calls.js";
import type { System } from "../vector.js";

const msSwift: System = {
  adapters: {
    "ms_swift.advantages": msSwiftAdvantages,
    "ms_swift.format": { run: (vector) => scoresOfVector(answerFormat({ preset: "ms-swift" }), vector, {}) },
    "ms_swift.react_format": {
      run: (vector) => scoresOfVector(answerFormat({ preset: "ms-swift-react" }), vector, {}),
    },
  },
  deviations: [
    ...msSwiftDeviations,
    {
      reason: "Repeated and nested tags are not the template; the original's lazy match runs over them.",
      returns: {
        "ms_swift.format#018": [0],
        "ms_swift.format#019": [0],
        "ms_swift.format#020": [0],
        "ms_swift.format#058": [0],
        "ms_swift.format#064": [0],
      },
    },
    {
      reason: "Blocks without content earn nothing; the original pays for bare tags.",
      returns: { "ms_swift.format#034": [0], "ms_swift.format#035": [0] },
    },
  ],
  pending: ["ms_swift.cosine", "ms_swift.repetition", "ms_swift.soft_overlong", "ms_swift.toolbench"],
};

export default msSwift;
