import { type BuiltinAudits, rows, solved } from "./builtin-audit.js";

const RECORD = { name: "Ada", born: 1815 };
const CALL = { name: "add", arguments: { a: 2, b: 3 } };
const ENGLISH = "First we add the two numbers, and then we divide the sum by three.";
const GERMAN = "Zuerst addieren wir die beiden Zahlen, und dann teilen wir die Summe durch drei.";

const toolCall = (call: object): string => `<tool_call>\n${JSON.stringify(call)}\n</tool_call>`;
const think = (thought: string): string => `<think>\n${thought}\n</think>\n42`;

/** Rewards that compare an answer with the row, or judge what kind of text it is. */
export const ANSWER_AUDITS: BuiltinAudits = {
  accuracy: { kind: "verifier" },
  bbox_giou: rows(solved([0, 0, 1, 1], ["[0, 0, 1, 1]"], ["[0, 0, 0.5, 1]", "[2, 2, 3, 3]", "a box"])),
  countdown: { kind: "countdown" },
  exact_match: rows(solved("forty-two", ["forty-two", "Forty-Two"], ["forty-three", "forty", ""])),
  gsm8k_answer: rows({
    columns: { solution: "6 x 7 = 42\n#### 42" },
    right: ["It is 6 x 7.\n#### 42", "#### 42.0"],
    wrong: ["It is 6 x 7.\n#### 41", "42", "#### 421", "#### -42"],
  }),
  ifeval: rows({
    columns: { instruction_id_list: ["punctuation:no_comma", "startend:quotation"], kwargs: [{}, {}] },
    right: ['"one two three"'],
    wrong: ["one, two, three", ""],
  }),
  int_answer: rows({
    right: ["<answer>42</answer>"],
    wrong: ["<answer>forty</answer>", "<answer>4.2</answer>"],
  }),
  json_match: rows(solved(RECORD, [JSON.stringify(RECORD)], ['{"name":"Bob"}', "[]", "no JSON", ""])),
  json_schema: rows({
    columns: { schema: { type: "object", required: ["a"], properties: { a: { type: "number" } } } },
    right: ['{"a": 1}'],
    wrong: ['{"a": "1"}', "{}", "[]", "no JSON", ""],
  }),
  json_valid: rows({ right: ['{"a": [1, null]}', "[]"], wrong: ['{"a": }', "a", ""] }),
  knights_and_knaves: rows({
    columns: { solution: "(1) Zoey is a knave\n(2) Oliver is a knight" },
    right: ["<think>r</think><answer>(1) Zoey is a knave\n(2) Oliver is a knight</answer>"],
    wrong: [
      "<think>r</think><answer>(1) Zoey is a knight\n(2) Oliver is a knight</answer>",
      "<think>r</think><answer>(1) Zoey is a knave</answer>",
      "",
    ],
  }),
  language_consistency: {
    ...rows({ right: [think(ENGLISH)], wrong: [think(GERMAN), think("首先把两个数相加，然后除以三。")] }),
    options: { language: "en" },
  },
  list_match: rows(solved(["1", "2", "3"], ["1, 2, 3", "3, 2, 1"], ["1, 2", "1, 2, 3, 4", "1, 2, 4", ""])),
  multiple_choice: rows(
    solved("B", ["B", "(B)", "B."], ["A", "A or B", "D", "", "A B C D"]),
    solved("B", ["B", "Mitochondria"], ["A", "Nucleus"], { choices: ["Nucleus", "Mitochondria"] }),
  ),
  multiply: rows(solved("42", ["42"], ["41", "420", "", "4 2"])),
  numeric_match: rows(solved("0.5", ["0.5", "0.50", "1/2"], ["0.6", "5", "-0.5", "", "0.5 or 0.6"])),
  reasoning_accuracy: rows({
    columns: { solution: "42" },
    right: ["<think>\nSix times seven.\n</think>\n\\boxed{42}"],
    wrong: ["<think>\nSix times seven.\n</think>\n\\boxed{41}", "<think>\n\\boxed{42}\n</think>\n"],
  }),
  score_answer: rows(solved("42", ["42"], ["43", "", "402"])),
  substring_match: rows(solved("Paris", ["Paris", "the city of Paris"], ["London", "Parisians", ""])),
  token_f1: rows(solved("the Beatles", ["the Beatles", "Beatles"], ["the Stones", "", "Beatles or Stones"])),
  tool_call_match: rows({
    columns: { solution: [CALL] },
    right: [toolCall(CALL)],
    wrong: [toolCall({ ...CALL, name: "subtract" }), toolCall({ ...CALL, arguments: {} }), "", "add(2, 3)"],
  }),
};
