import { length, softOverlongPunishment } from "../../../src/index.js";
import { filterAdapters, filterDeviations } from "../advantages/filters.js";
import { scores } from "../calls.js";
import { measured, tokenLengths } from "../measured.js";
import type { System } from "../vector.js";

const lengthAndFilters: System = {
  adapters: {
    ...filterAdapters,
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
  deviations: [...filterDeviations],
  pending: ["verl.dapo_overlong", "openrlhf.overlong"],
};

export default lengthAndFilters;
