import { length, softOverlongPunishment } from "../../../src/index.js";
import { filterAdapters, filterDeviations } from "../advantages/filters.js";
import { scores } from "../calls.js";
import { measured, tokenLengths } from "../measured.js";
import type { Adapter, System } from "../vector.js";

/** The original computes in float32. */
const SINGLE_PRECISION = { absolute: 1e-7 };

/** The overlong penalty of a trainer, by its names of the settings. */
function overlong(preset: "verl" | "openrlhf", names: { maxLength: string; penalty: string }): Adapter {
  return {
    run: ({ params, inputs }) => {
      const reward = softOverlongPunishment({
        preset,
        maxLength: params[names.maxLength] as number,
        cache: params.overlong_buffer_len as number,
        penalty: params[names.penalty] as number,
      });
      return scores(reward, [measured([inputs.response_length as number])]);
    },
    expected: ({ expected }) => [expected],
  };
}

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
    "verl.dapo_overlong": overlong("verl", {
      maxLength: "max_resp_len",
      penalty: "penalty_factor",
    }),
    "openrlhf.overlong": {
      ...overlong("openrlhf", {
        maxLength: "max_new_tokens",
        penalty: "overlong_penalty_factor",
      }),
      tolerance: SINGLE_PRECISION,
    },
  },
  deviations: [...filterDeviations],
};

export default lengthAndFilters;
