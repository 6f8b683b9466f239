import { readRow } from "../../../src/ifeval/index.js";
import type { Adapter, System } from "../vector.js";

/** The vectors are calls of single functions on texts, which may be empty: no reward stands in between. */
const calls = (name: string): Adapter => ({
  run: ({ params, inputs }) => {
    const row = readRow({ ground_truth: { func_name: name, ...params } });
    return "problem" in row ? row.problem : row.checks.every(([, follows]) => follows(String(inputs.text)));
  },
});

const ifevalOpenInstruct: System = {
  adapters: {
    "ifeval.bullet_points": calls("verify_bullet_points"),
    "ifeval.choice": calls("validate_choice"),
    "ifeval.end": calls("validate_end"),
    "ifeval.forbidden_words": calls("validate_forbidden_words"),
    "ifeval.frequency_capital_words": calls("validate_frequency_capital_words"),
    "ifeval.highlighted_sections": calls("validate_highlighted_sections"),
    "ifeval.json_format": calls("validate_json_format"),
    "ifeval.keyword_frequency": calls("verify_keyword_frequency"),
    "ifeval.keywords": calls("verify_keywords"),
    "ifeval.letter_frequency": calls("verify_letter_frequency"),
    "ifeval.lowercase": calls("validate_lowercase"),
    "ifeval.no_commas": calls("validate_no_commas"),
    "ifeval.paragraph_count": calls("verify_paragraph_count"),
    "ifeval.placeholders": calls("validate_placeholders"),
    "ifeval.postscript": calls("verify_postscript"),
    "ifeval.quotation": calls("validate_quotation"),
    "ifeval.repeat_prompt": calls("validate_repeat_prompt"),
    "ifeval.sections": calls("validate_sections"),
    "ifeval.sentence_constraint": calls("verify_sentence_constraint"),
    "ifeval.title": calls("validate_title"),
    "ifeval.two_responses": calls("validate_two_responses"),
    "ifeval.uppercase": calls("validate_uppercase"),
    "ifeval.word_constraint": calls("validate_word_constraint"),
  },
  deviations: [
    {
      reason:
        "Asterisks around nothing highlight nothing; the original takes a rule of them for an emphasis.",
      returns: { "ifeval.highlighted_sections#007": false },
    },
    {
      reason: "A script without case has no capital and no small letters, which the instruction asks for.",
      returns: { "ifeval.lowercase#022": false, "ifeval.uppercase#022": false },
    },
  ],
};

export default ifevalOpenInstruct;
