import type { System } from "../vector.js";

const ifevalOpenInstruct: System = {
  adapters: {},
  pending: [
    "ifeval.bullet_points",
    "ifeval.choice",
    "ifeval.end",
    "ifeval.forbidden_words",
    "ifeval.frequency_capital_words",
    "ifeval.highlighted_sections",
    "ifeval.json_format",
    "ifeval.keyword_frequency",
    "ifeval.keywords",
    "ifeval.letter_frequency",
    "ifeval.lowercase",
    "ifeval.no_commas",
    "ifeval.paragraph_count",
    "ifeval.placeholders",
    "ifeval.postscript",
    "ifeval.quotation",
    "ifeval.repeat_prompt",
    "ifeval.sections",
    "ifeval.sentence_constraint",
    "ifeval.title",
    "ifeval.two_responses",
    "ifeval.uppercase",
    "ifeval.word_constraint",
  ],
};

export default ifevalOpenInstruct;
