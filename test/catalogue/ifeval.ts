import type { CatalogueCase } from "./case.js";

const IDS = ["punctuation:no_comma", "startend:quotation"];

const ifevalCase: CatalogueCase = {
  groups: [
    {
      columns: { instruction_id_list: IDS, kwargs: [{}, {}] },
      completions: ['"one two"', "one two", "one, two", "", 'Sure!\n"one two"'],
    },
  ],
  others: { preset: "google-loose" },
  columns: {
    instruction_id_list: [
      IDS,
      ["startend:end_checker"],
      ["no:such"],
      [],
      null,
      '["startend:quotation"]',
      "x",
    ],
    kwargs: [[{}, {}], [{ end_phrase: "x" }], '[{"end_phrase":"x","N":null}]', null, [null], "x", 3],
    ground_truth: [
      { func_name: "validate_word_constraint", N: 3, quantifier: "at least" },
      '[{"instruction_id":["startend:quotation"],"kwargs":[null]}]',
      { func_name: { toString: 1 } },
      null,
    ],
  },
};

export default ifevalCase;
