import {
  answerFormat,
  cosineScaled,
  repetitionPenalty,
  softOverlongPunishment,
  toolCallMatch,
} from "../../../src/index.js";
import { msSwiftAdvantages, msSwiftDeviations } from "../advantages/ms-swift.js";
import { scores, scoresOfVector } from "../calls.js";
import { measured } from "../measured.js";
import type { System } from "../vector.js";

const msSwift: System = {
  adapters: {
    "ms_swift.advantages": msSwiftAdvantages,
    "ms_swift.format": { run: (vector) => scoresOfVector(answerFormat({ preset: "ms-swift" }), vector, {}) },
    "ms_swift.react_format": {
      run: (vector) => scoresOfVector(answerFormat({ preset: "ms-swift-react" }), vector, {}),
    },
    "ms_swift.cosine": {
      run: ({ params, inputs }) => {
        const { completion_lengths, accuracy } = inputs as {
          completion_lengths: readonly number[];
          accuracy: readonly (number | null)[];
        };
        const isCorrect = accuracy.map((score) => (score === null ? null : score >= 1));
        const reward = cosineScaled({
          preset: "ms-swift",
          minValueWrong: params.min_len_value_wrong as number,
          maxValueWrong: params.max_len_value_wrong as number,
          minValueCorrect: params.max_len_value_correct as number,
          maxValueCorrect: params.min_len_value_correct as number,
          maxLength: params.max_len as number,
        });
        return scores(reward, [measured(completion_lengths, isCorrect)]);
      },
    },
    "ms_swift.soft_overlong": {
      run: ({ params, inputs }) => {
        const reward = softOverlongPunishment({
          preset: "ms-swift",
          maxLength: params.soft_max_length as number,
          cache: params.soft_cache_length as number,
        });
        return scores(reward, [measured(inputs.completion_lengths as readonly number[])]);
      },
    },
    "ms_swift.repetition": {
      run: (vector) => {
        const { ngram, max_penalty } = vector.params;
        const reward = repetitionPenalty({
          preset: "ms-swift",
          ngramSize: ngram as number,
          maxPenalty: max_penalty as number,
        });
        return scoresOfVector(reward, vector, {});
      },
    },
    "ms_swift.toolbench": {
      run: ({ inputs }) => {
        const { predictions, solution } = inputs as Record<string, readonly string[]>;
        const groups = (predictions ?? []).map((text, row) => ({
          columns: { solution: solution?.[row] },
          completions: [text],
        }));
        return scores(toolCallMatch({ preset: "ms-swift" }), groups);
      },
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
    {
      reason:
        "Beyond maxLength the score stays; the original's cosine turns, so that rambling on pays as much as brevity.",
      returns: {
        "ms_swift.cosine#016": [0.5],
        "ms_swift.cosine#017": [0],
        "ms_swift.cosine#018": [0.5],
        "ms_swift.cosine#019": [0],
        "ms_swift.cosine#020": [0.5],
        "ms_swift.cosine#021": [0],
        "ms_swift.cosine#022": [0.5],
      },
    },
    {
      reason:
        "A reference whose arguments are no object cannot be met: the row is null; the original scores it 0.",
      returns: { "ms_swift.toolbench#009": [null] },
    },
  ],
  definedHere: [
    { reason: "A solution that cannot be judged gives null.", returns: { "ms_swift.cosine#026": [null] } },
  ],
};

export default msSwift;
