import {
  cosineScaled,
  reasoningAccuracy,
  repetitionPenalty,
  softOverlongPunishment,
  thinkFormat,
} from "../../../src/index.js";
import { completionsOf, scores, scoresOfVector } from "../calls.js";
import { cosineOptions, tokenLengths } from "../measured.js";
import type { System } from "../vector.js";

const trl: System = {
  adapters: {
    "trl.think_format": { run: (vector) => scoresOfVector(thinkFormat(), vector, {}) },
    "trl.cosine_scaled": {
      run: (vector) =>
        scores(cosineScaled({ ...cosineOptions(vector), unit: "tokens" }), [tokenLengths(vector)]),
    },
    "trl.soft_overlong_punishment": {
      run: (vector) => {
        const { max_completion_len, soft_punish_cache } = vector.params;
        const options = { maxLength: max_completion_len as number, cache: soft_punish_cache as number };
        return scores(softOverlongPunishment(options), [tokenLengths(vector)]);
      },
    },
    "trl.reasoning_accuracy": {
      run: (vector) => {
        const delimiters = vector.params.reasoning_delimiters as readonly string[] | null | undefined;
        const solutions = vector.inputs.solution as readonly string[];
        const groups = completionsOf(vector).map((completion, row) => ({
          // What the original's verifier cannot parse is missing here.
          columns: { solution: solutions[row] === "UNPARSEABLE" ? null : (solutions[row] ?? null) },
          completions: [completion],
        }));
        return scores(reasoningAccuracy(delimiters ? { delimiters } : {}), groups);
      },
    },
    "trl.repetition_penalty": {
      run: ({ params, inputs }) => {
        const { ngram_size: ngramSize = 3, max_penalty: maxPenalty = -1 } = params as {
          ngram_size?: number;
          max_penalty?: number;
        };
        const ids = inputs.completion_ids as readonly (readonly number[])[];
        const completions = ids.map((tokenIds) => ({ text: "", tokenIds }));
        return scores(repetitionPenalty({ preset: "trl", ngramSize, maxPenalty }), [
          { columns: {}, completions },
        ]);
      },
    },
  },
  deviations: [
    {
      reason: "A thought without content earns nothing; the original pays for bare tags.",
      returns: { "trl.think_format#034": [0], "trl.think_format#035": [0] },
    },
    {
      reason:
        "The last assistant message is judged, which is the model's final word; the original takes the first.",
      returns: { "trl.think_format#076": [1] },
    },
  ],
  definedHere: [
    {
      reason:
        "Completions are scored one by one; that columns are as long as the batch is checked where it is read.",
      returns: { "trl.reasoning_accuracy#060": [1] },
    },
    { reason: "A completion may be plain text.", returns: { "trl.think_format#073": [1] } },
    {
      reason: "A conversation without an assistant message is the empty string.",
      returns: { "trl.think_format#078": [0] },
    },
    {
      reason: "A penalty above 0 and n-grams of nothing are refused before anything is scored.",
      returns: { "trl.repetition_penalty#073": "bad_options", "trl.repetition_penalty#075": "bad_options" },
    },
    {
      reason: "A maximum length of 0 is refused before anything is scored.",
      returns: { "trl.cosine_scaled#034": "bad_options" },
    },
  ],
};

export default trl;
