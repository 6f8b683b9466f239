import {
  answerFormat,
  codeFormat,
  cosineScaled,
  type LanguageColumns,
  length,
  reasoningSteps,
  repetitionPenalty,
  type RepetitionPenaltyOptions,
  type RewardFunction,
  softOverlongPunishment,
  type SolutionColumns,
  tagCount,
} from "../../../src/index.js";
import { codeAdapters } from "../code-tests.js";
import { completionsOf, scores, scoresOfVector } from "../calls.js";
import { cosineOptions, judgedSolution, tokenLengths } from "../measured.js";
import type { Adapter, System, Vector } from "../vector.js";

const plain = (reward: () => RewardFunction): Adapter => ({
  run: (vector) => scoresOfVector(reward(), vector, {}),
});

function repetitionOptions({ params }: Vector): RepetitionPenaltyOptions {
  return {
    preset: "open-r1",
    ngramSize: params.ngram_size as number,
    maxPenalty: params.max_penalty as number,
  };
}

const openR1: System = {
  adapters: {
    "open_r1.format": plain(() => answerFormat()),
    "open_r1.tag_count": plain(() => tagCount()),
    "open_r1.reasoning_steps": plain(() => reasoningSteps({ preset: "open-r1" })),
    "open_r1.code_format": {
      run: (vector) => {
        const { language } = vector.inputs as { language?: readonly (string | null)[] };
        const options = vector.params.language === undefined ? {} : vector.params;
        return scoresOfVector<LanguageColumns>(codeFormat(options), vector, {
          language: language?.[0] ?? null,
        });
      },
    },
    "open_r1.len": {
      run: (vector) =>
        scoresOfVector<SolutionColumns>(length(), vector, { solution: judgedSolution(vector, 0) }),
    },
    "open_r1.cosine_scaled": {
      run: (vector) => {
        const groups = completionsOf(vector).map((completion, row) => ({
          columns: { solution: judgedSolution(vector, row) },
          completions: [completion],
        }));
        return scores(cosineScaled(cosineOptions(vector)), groups);
      },
    },
    ...codeAdapters,
    "open_r1.soft_overlong_punishment": {
      run: (vector) => {
        const { max_completion_len, soft_punish_cache } = vector.params;
        const options = { maxLength: max_completion_len as number, cache: soft_punish_cache as number };
        return scores(softOverlongPunishment(options), [tokenLengths(vector)]);
      },
    },
    "open_r1.repetition_penalty": {
      run: (vector) => scoresOfVector(repetitionPenalty(repetitionOptions(vector)), vector, {}),
    },
  },
  deviations: [
    {
      reason:
        "Nested think tags are not the template; the original's lazy match lets them into the thinking.",
      returns: { "open_r1.format#016": [0], "open_r1.format#064": [0] },
    },
    {
      reason: "Blocks without content earn nothing; the original pays for bare tags.",
      returns: { "open_r1.format#034": [0], "open_r1.tag_count#034": [0] },
    },
    {
      reason:
        "Code behind the end of the answer is not in it; the original lets `</answer>` into the answer.",
      returns: { "open_r1.code_format#013": [0] },
    },
    {
      reason: "A repeated block earns nothing; the original's lazy match runs over the repetition.",
      returns: { "open_r1.format#018": [0], "open_r1.format#019": [0] },
    },
    {
      reason: "Text after the answer earns nothing; the original's multi-line `$` accepts any further lines.",
      returns: { "open_r1.format#026": [0], "open_r1.code_format#014": [0] },
    },
    {
      reason:
        "The last assistant message is judged, which is the model's final word; the original takes the first.",
      returns: { "open_r1.format#068": [1], "open_r1.tag_count#068": [1] },
    },
    {
      reason:
        "Beyond maxLength the score stays; the original's cosine climbs again, so that rambling on pays as much as brevity.",
      returns: {
        "open_r1.cosine_scaled#009": [0.5],
        "open_r1.cosine_scaled#010": [-0.5],
        "open_r1.cosine_scaled#011": [0.5],
        "open_r1.cosine_scaled#012": [-0.5],
        "open_r1.cosine_scaled#014": [0.5],
        "open_r1.cosine_scaled#037": [0.5],
      },
    },
    {
      reason: "A solution that cannot be judged gives null; the original pays every completion in full.",
      returns: {
        "open_r1.len#027": [null, null],
        "open_r1.cosine_scaled#033": [null],
        "open_r1.cosine_scaled#034": [null],
      },
    },
    {
      reason:
        "Output of fewer or more lines than expected is wrong; the original compares as many as both have.",
      returns: {
        "open_r1.code#004": [0],
        "open_r1.code#009": [0],
        "open_r1.binary_code#004": [0],
        "open_r1.binary_code#005": [0],
        "open_r1.binary_code#009": [0],
      },
    },
    {
      reason: "Without tests there is nothing to judge by: null; the original calls every program wrong.",
      returns: { "open_r1.code#018": [null], "open_r1.binary_code#018": [null] },
    },
    {
      reason: "A failure of the sandbox gives null; the original calls it a failed test.",
      returns: {
        "open_r1.cf_code#009": [null],
        "open_r1.cf_code#011": [null],
        "open_r1.cf_code#027": [null],
        "open_r1.cf_code#028": [null],
        "open_r1.cf_code#029": [null],
      },
    },
    {
      reason: "A batch size of -1 runs all tests at once, as its documentation says; the original runs none.",
      returns: {
        "open_r1.ioi_subtask#009": {
          score: 1,
          weighted_score: 100,
          status: "AC",
          statuses: ["AC", "AC", "AC"],
        },
      },
    },
  ],
  definedHere: [
    {
      reason: "A completion may be plain text.",
      returns: {
        "open_r1.format#065": [1],
        "open_r1.tag_count#065": [1],
        "open_r1.reasoning_steps#000": [0],
      },
    },
    {
      reason: "A message without content, as one that only calls tools, is the empty string.",
      returns: { "open_r1.format#069": [0], "open_r1.reasoning_steps#004": [0] },
    },
    {
      reason: "A conversation without an assistant message is the empty string.",
      returns: { "open_r1.format#070": [0], "open_r1.reasoning_steps#005": [0] },
    },
    {
      reason: "A penalty above 0 and n-grams of nothing are refused before anything is scored.",
      returns: {
        "open_r1.repetition_penalty#061": "bad_options",
        "open_r1.repetition_penalty#063": "bad_options",
      },
    },
    {
      reason: "Words are told apart in every language.",
      returns: { "open_r1.repetition_penalty#062": [0] },
    },
    {
      reason: "A scoring mode that does not exist is refused.",
      returns: { "open_r1.cf_code#035": "bad_options" },
    },
    {
      reason: "What tests earn does not depend on the language of the program.",
      returns: { "open_r1.cf_code#036": [1] },
    },
    { reason: "A group without completions has no scores.", returns: { "open_r1.len#028": [] } },
  ],
};

export default openR1;
