/** What stands here for a reward of another system. */
export interface Counterpart {
  /** The names that it has there: in a registry, and of its function. */
  readonly names: readonly string[];
  /** The reward here; `null` if it is no single one that does it. */
  readonly reward: string | null;
  /** The options that do as the original does. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What else there is to know; what does it where no single reward does. */
  readonly remark: string;
}

function row(
  names: readonly string[],
  reward: string | null,
  options: Readonly<Record<string, unknown>> = {},
  remark = "",
): Counterpart {
  return { names, reward, options, remark };
}

const preset = (name: string): Readonly<Record<string, unknown>> => ({ preset: name });

const OVERLONG_SETTINGS = "max_completion_len is maxLength, soft_punish_cache is cache";

/** By system, what stands here for the rewards that its configurations and scripts name. */
export const COUNTERPARTS: Readonly<Record<string, readonly Counterpart[]>> = {
  "open-r1": [
    row(["accuracy", "accuracy_reward"], "accuracy", preset("open-r1")),
    row(["format", "format_reward"], "answer_format", preset("open-r1")),
    row(["tag_count", "tag_count_reward"], "tag_count", preset("open-r1")),
    row(["reasoning_steps", "reasoning_steps_reward"], "reasoning_steps", preset("open-r1")),
    row(
      ["cosine", "get_cosine_scaled_reward"],
      "cosine_scaled",
      preset("open-r1-cli"),
      'the preset "open-r1" has the numbers of the function, "open-r1-cli" those of the command line; cosine_max_len is maxLength, cosine_min_value_wrong is minValueWrong, and so on',
    ),
    row(
      ["repetition_penalty", "get_repetition_penalty_reward"],
      "repetition_penalty",
      preset("open-r1"),
      '"open-r1-zh" for Chinese; repetition_n_grams is ngramSize, repetition_max_penalty is maxPenalty',
    ),
    row(
      ["length", "len_reward"],
      "length",
      preset("open-r1"),
      "compares the completions of a prompt, not of the batch",
    ),
    row(
      ["code_format", "get_code_format_reward"],
      "code_format",
      preset("open-r1"),
      "code_language is language",
    ),
    row(
      ["soft_overlong_punishment", "get_soft_overlong_punishment"],
      "soft_overlong_punishment",
      preset("open-r1"),
      OVERLONG_SETTINGS,
    ),
    row(["code", "code_reward"], "code", preset("open-r1")),
    row(["binary_code", "binary_code_reward"], "binary_code", preset("open-r1")),
    row(
      ["cf_code", "cf_code_reward"],
      "cf_code",
      preset("open-r1"),
      "code_eval_scoring_mode, the function's scoring_mode, is mode",
    ),
    row(["ioi_code", "ioi_code_reward"], "ioi_code", preset("open-r1"), "reads the tests from test_cases"),
  ],
  TRL: [
    row(["accuracy_reward"], "accuracy", preset("trl")),
    row(["reasoning_accuracy_reward"], "reasoning_accuracy", preset("trl")),
    row(["think_format_reward"], "think_format", preset("trl")),
    row(
      ["get_cosine_scaled_reward"],
      "cosine_scaled",
      preset("trl"),
      "max_len is maxLength, min_value_wrong is minValueWrong, and so on",
    ),
    row(
      ["get_repetition_penalty_reward"],
      "repetition_penalty",
      preset("trl"),
      "reads the tokens; ngram_size is ngramSize, max_penalty is maxPenalty",
    ),
    row(["get_soft_overlong_punishment"], "soft_overlong_punishment", preset("trl"), OVERLONG_SETTINGS),
    row(["ifeval_reward"], "ifeval", {}, "the column instruction_kwargs is kwargs"),
    row(["rlcr_format_reward"], null, {}, "regexFormat({ pattern }), with the four tags in the pattern"),
    row(
      ["brier_score_reward"],
      null,
      {},
      "a function of yours, 1 - (confidence - score) ** 2, where score is accuracy's",
    ),
  ],
  "Will Brown's demo": [
    row(["correctness_reward_func"], "exact_match", preset("will-brown")),
    row(["int_reward_func"], "int_answer", preset("will-brown")),
    row(["strict_format_reward_func"], "strict_format", preset("will-brown")),
    row(["soft_format_reward_func"], "soft_format", preset("will-brown")),
    row(["xmlcount_reward_func", "count_xml"], "xml_count", preset("will-brown")),
  ],
  "Mini-R1": [
    row(["format_reward_func"], "answer_format", preset("mini-r1")),
    row(["equation_reward_func"], "countdown", preset("mini-r1"), "the column nums is numbers"),
  ],
  TinyZero: [
    row(["countdown"], "countdown", preset("tinyzero")),
    row(["multiply"], "multiply", preset("tinyzero")),
    row(["gsm8k"], "gsm8k_answer", preset("tinyzero")),
  ],
  verl: [
    row(["gsm8k", "openai/gsm8k"], "gsm8k_answer", preset("verl")),
    row(["math", "math_reward", "math_verify", "prime_math"], "accuracy", preset("math-verify")),
    row(["math_dapo"], "accuracy", {}, "from -1 to 1 by rescale, { from: [0, 1], to: [-1, 1] }"),
    row(["geo3k"], null, {}, "weightedSum([accuracy(), 0.9], [boxedFormat(), 0.1])"),
    row(["search_r1_like_qa_em", "em_check"], "exact_match", preset("search-r1")),
    row(["subem_check"], "substring_match", preset("search-r1")),
    row(["overlong_buffer"], "soft_overlong_punishment", preset("verl")),
    row(["prime_code", "sandbox_fusion"], "code", preset("verl")),
  ],
  "ms-swift": [
    row(["accuracy", "math"], "accuracy", preset("math-verify")),
    row(["format"], "answer_format", preset("ms-swift")),
    row(["react_format"], "answer_format", preset("ms-swift-react")),
    row(
      ["cosine"],
      "cosine_scaled",
      preset("ms-swift"),
      "cosine_max_len, by default max_completion_length, is maxLength; cosine_min_len_value_wrong is minValueWrong, cosine_max_len_value_wrong maxValueWrong, cosine_min_len_value_correct maxValueCorrect, cosine_max_len_value_correct minValueCorrect",
    ),
    row(
      ["repetition"],
      "repetition_penalty",
      preset("ms-swift"),
      "repetition_n_grams is ngramSize, repetition_max_penalty is maxPenalty",
    ),
    row(
      ["soft_overlong"],
      "soft_overlong_punishment",
      preset("ms-swift"),
      "soft_max_length, by default max_completion_length, is maxLength; soft_cache_length is cache",
    ),
    row(["toolbench"], "tool_call_match", preset("ms-swift")),
    row(["external_math_acc", "external_r1v_acc"], "accuracy", preset("math-verify")),
    row(["external_math_format"], "answer_format", preset("ms-swift")),
    row(["external_countdown"], "countdown", { allowResult: true }, "the column nums is numbers"),
    row(
      ["external_code_format"],
      "code_format",
      { layout: "inline" },
      "the language within verification_info is the column language",
    ),
    row(["external_code_reward", "external_code_reward_by_judge0"], "code", preset("open-r1")),
  ],
  verifiers: [
    row(["correct_answer", "correct_answer_reward_func"], "accuracy", preset("math-verify")),
    row(["get_format_reward_func"], "think_format", {}, "or answer_format, for XMLParser's fields"),
    row(["judge_rubric", "JudgeRubric"], "llm_judge", preset("verifiers"), "needs a model"),
  ],
  "NeMo-RL or NeMo Gym": [
    row(["format_reward"], "answer_format", preset("nemo-rl")),
    row(["exact_answer_alphanumeric_reward"], "exact_match", preset("nemo-rl")),
    row(["math_expression_reward"], "accuracy", preset("math-verify")),
    row(["bbox_giou_reward"], "bbox_giou", preset("nemo-rl")),
    row(["apply_reward_shaping"], "soft_overlong_punishment", preset("nemo-rl")),
    row(["instruction_following"], "ifeval", preset("nemo-gym")),
    row(["structured_outputs"], "json_schema"),
    row(["mcqa"], "multiple_choice"),
    row(["math_with_judge"], null, {}, "fallback(accuracy(), llmJudge({ model }))"),
  ],
  "open-instruct": [
    row(["gsm8k"], "gsm8k_answer", preset("open-instruct")),
    row(["math", "strict_math"], "accuracy"),
    row(["ifeval", "ifeval_old"], "ifeval", preset("open-instruct")),
    row(["string_matcher", "flan", "puzzle"], "exact_match", preset("open-instruct")),
    row(["string_f1"], "token_f1", preset("open-instruct")),
    row(["re_search"], "exact_match", preset("re-search")),
    row(["re_search_f1"], "token_f1", preset("re-search")),
    row(["max_length"], "target_length", preset("open-instruct")),
    row(["up_to_max_length"], "max_length", preset("open-instruct")),
    row(["soft_format_reward_func"], "answer_format", preset("open-instruct")),
    row(["non_stop_penalty"], "truncation_penalty", preset("open-instruct")),
    row(["code"], "code"),
  ],
  slime: [
    row(["math", "deepscaler"], "accuracy"),
    row(["dapo"], "accuracy", {}, "from -1 to 1 by rescale, { from: [0, 1], to: [-1, 1] }"),
    row(["f1"], "token_f1", preset("slime")),
    row(["gpqa"], "multiple_choice", preset("slime")),
    row(["ifbench"], "ifeval"),
    row(["remote_rm"], "remote", {}, "needs a url; remote_group has a batch in one request"),
  ],
  OpenRLHF: [
    row(["remote_rm", "remote_rm_url"], "remote", {}, "needs a url"),
    row(["overlong_penalty_factor"], "soft_overlong_punishment", preset("openrlhf")),
    row(["stop_properly_penalty_coef"], "truncation_penalty", preset("openrlhf")),
  ],
  "simpleRL-reason or Logic-RL": [
    row(["hf_math_verify", "simplelr_math", "qwen_math"], "accuracy", preset("math-verify")),
    row(["kk"], "knights_and_knaves", preset("logic-rl")),
    row(["deepseek_r1"], "answer_format", { layout: "inline" }),
  ],
  "reasoning-gym": [
    row(["score_answer"], "score_answer", preset("reasoning-gym")),
    row(["compute_decimal_reward"], "score_answer", preset("reasoning-gym-decimal")),
    row(["float_match"], "numeric_match", preset("reasoning-gym-float")),
    row(["math_match"], "accuracy", preset("math-verify")),
    row(["countdown"], "countdown", preset("reasoning-gym")),
  ],
  "eval-protocol": [
    row(["accuracy_reward"], "accuracy"),
    row(["math_reward"], "numeric_match", preset("eval-protocol")),
    row(["multiple_choice_math_reward"], "multiple_choice", preset("eval-protocol")),
    row(["list_comparison_math_reward"], "list_match", preset("eval-protocol")),
    row(["format_reward"], "regex_format", {}, "format_regex is pattern"),
    row(["tag_count_reward"], "tag_count", {}, "required_tags are tags"),
    row(["reasoning_steps_reward"], "reasoning_steps"),
    row(["length_reward"], "target_length", {}, "max_length for a maximum alone"),
    row(["cosine_length_reward"], "cosine_scaled"),
    row(["repetition_penalty_reward"], "repetition_penalty", {}, "a penalty, from -1 to 0"),
    row(["diversity_reward"], "diversity", preset("eval-protocol")),
    row(["language_consistency_reward"], "language_consistency", preset("eval-protocol")),
    row(["json_schema_reward"], "json_schema", { scoring: "fraction" }, "validates by JSON Schema"),
    row(["exact_tool_match_reward"], "tool_call_match"),
    row(["llm_judge_reward"], "llm_judge", {}, "needs a model"),
    row(["fractional_code_reward"], "code"),
  ],
  autoevals: [
    row(["ExactMatch"], "exact_match"),
    row(["NumericDiff"], "numeric_match"),
    row(["ValidJSON"], "json_valid", {}, "json_schema for a schema"),
    row(["JSONDiff"], "json_match"),
    row(["ListContains"], "list_match", { credit: "fraction" }),
    row(["ClosedQA", "Factuality"], "llm_judge", {}, "needs a model and a question"),
  ],
};
