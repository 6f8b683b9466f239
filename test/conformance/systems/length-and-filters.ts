import { length, softOverlongPunishment } from "../../../src/index.js";
import { scores } from "../calls.js";
import { measured, tokenLengths } from "../measured.js";
import type { System } from "../vector.js";

const lengthAndFilters: System = {
  adapters: {
    "kimi.length_reward": {
      run: (vector) => scores(length({ unit: "tokens" }), [tokenLengths(vector)]),
    },
    "dapo.soft_overlong_eq13": {
      run: ({ params, inputs }) => {
        const options = { maxLength: params.L_max as number, cache: params.L_cache as number };
        return scores(softOverlongPunishment(options), [measured([inputs.length as number])]);
      },
      expected: ({ expected }) => [expected],
    },
  },
  pending: [
    "verl.dapo_overlong",
    "openrlhf.overlong",
    "slime.nonzero_std_filter",
    "open_instruct.filter_zero_std",
  ],
};

export default lengthAndFilters;
