import { length, softOverlongPunishment } from "../../../src/index.js";
import { filterAdapters, filterDeviations } from "../advantages/filters.js";
import { scores } from "../calls.js";
import { measured, tokenLengths } from "../measured.js";
import type { System } from "../vector.js";

/** The original computes in float32. */
const SINGLE_PRECISION = { absolute: 1e-7 };

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
    "verl.dapo_overlong": {
      run: ({ params, inputs }) => {
        const reward = softOverlongPunishment({
          preset: "verl",
          maxLength: params.max_resp_len as number,
          cache: params.overlong_buffer_len as number,
          penalty: params.penalty_factor as number,
        });
        return scores(reward, [measured([inputs.response_length as number])]);
      },
      expected: ({ expected }) => [expected],
    },
    "openrlhf.overlong": {
      run: ({ params, inputs }) => {
        const reward = softOverlongPunishment({
          preset: "openrlhf",
          maxLength: params.max_new_tokens as number,
          cache: params.overlong_buffer_len as number,
          penalty: params.overlong_penalty_factor as number,
        });
        return scores(reward, [measured([inputs.response_length as number])]);
      },
      expected: ({ expected }) => [expected],
      tolerance: SINGLE_PRECISION,
    },
  },
  deviations: [...filterDeviations],
};

export default lengthAndFilters;
