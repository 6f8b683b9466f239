import { describe, expect, it } from "vitest";
import { INSTRUCTIONS } from "../../../src/ifeval/registry.js";

type Case = readonly [id: string, kwargs: object, followed: readonly string[], missed: readonly string[]];

const CASES: readonly Case[] = [
  ["keywords:existence", { keywords: ["Apple", "c++"] }, ["an APPLE in C++"], ["an apple", ""]],
  ["keywords:frequency", { keyword: "ab ", frequency: 2, relation: "at least" }, ["Ab abc"], ["ab"]],
  ["keywords:frequency", { keyword: "ab", frequency: 2, relation: "less than" }, ["ab"], ["ab ab"]],
  ["keywords:forbidden_words", { forbidden_words: ["no"] }, ["I know"], ["NO!", "oh no"]],
  ["keywords:forbidden_words", { forbidden_words: ["c++"] }, ["c"], ["in c++."]],
  ["keywords:letter_frequency", { letter: "A", let_frequency: 2, let_relation: "at least" }, ["aA"], ["a"]],
  [
    "language:response_language",
    { language: "fr" },
    ["Le chat est sur la table."],
    ["The cat is on the table."],
  ],
  [
    "length_constraints:number_sentences",
    { num_sentences: 2, relation: "at least" },
    ["One. Two!"],
    ["One, e.g. two.", ". . . ."],
  ],
  ["length_constraints:number_sentences", { num_sentences: 2, relation: "at least" }, ["一。二。"], ["一。"]],
  [
    "length_constraints:number_paragraphs",
    { num_paragraphs: 2 },
    ["a\n***\nb", "***a***b***"],
    ["a", "a*** ***b"],
  ],
  [
    "length_constraints:number_words",
    { num_words: 3, relation: "at least" },
    ["don't go"],
    [". . . .", "a b"],
  ],
  ["length_constraints:number_words", { num_words: 3, relation: "less than" }, ["a b"], ["a b c"]],
  [
    "length_constraints:nth_paragraph_first_word",
    { num_paragraphs: 2, nth_paragraph: 2, first_word: "Then" },
    ['a\n\n"then," b'],
    ["then a\n\nb", "a\n\nthenceforth b", "then"],
  ],
  [
    "detectable_content:number_placeholders",
    { num_placeholders: 2 },
    ["[a] and [b]"],
    ["[a] [] [ ]", "[a\nb] [c]", "[[["],
  ],
  ["detectable_content:postscript", { postscript_marker: "P.S." }, ["bye\np. s. more"], ["P.S.", "PS more"]],
  [
    "detectable_content:postscript",
    { postscript_marker: "P.P.S" },
    ["P.P.S. more", "p. p. s more"],
    ["P.S. more"],
  ],
  ["detectable_content:postscript", { postscript_marker: "Note:" }, ["note: more"], ["note:"]],
  [
    "detectable_format:number_bullet_lists",
    { num_bullets: 2 },
    ["* a\n - b\n**c**"],
    ["-\n-", "* a", "---\n---"],
  ],
  [
    "detectable_format:constrained_response",
    {},
    ["So: My answer is no."],
    ["no", "My answer is no. My answer is yes."],
  ],
  [
    "detectable_format:number_highlighted_sections",
    { num_highlights: 2 },
    ["*a* **b**"],
    ["****", "* * *", "*a*"],
  ],
  [
    "detectable_format:multiple_sections",
    { section_spliter: "Section", num_sections: 2 },
    ["Section 1 a Section2"],
    ["SECTION 1 SECTION 2", "Section a Section 1"],
  ],
  [
    "detectable_format:json_format",
    {},
    ['```json\n{"a":1}\n```', "[]", "```\n1```"],
    ["NaN", "```json\n```", "{a:1}"],
  ],
  ["detectable_format:title", {}, ["a\n<<b>> c"], ["<<>>", "<< >>", "<<a\n>>", ">>a<<"]],
  [
    "combination:two_responses",
    {},
    ["a\n******\nb", "******a******b******"],
    ["a******a", "a******", "a******b******c"],
  ],
  ["combination:repeat_prompt", { prompt_to_repeat: "Say it." }, ["say IT. It."], ["Say it.", "It. Say it."]],
  ["startend:end_checker", { end_phrase: "The end." }, ['"x the END."', "the end."], ["The end. Really."]],
  ["startend:quotation", {}, [' "a" '], ['"', '""', '" "', 'a"']],
  [
    "change_case:capital_word_frequency",
    { capital_frequency: 2, capital_relation: "at least" },
    ["COVID-19 in U.S."],
    ["ONE two"],
  ],
  [
    "change_case:english_capital",
    {},
    ["THE CAT IS ON THE MAT, AND THE DOG TOO."],
    ["The cat", "123", "你好", "LE CHAT EST SUR LA TABLE ET LE CHIEN"],
  ],
  ["change_case:english_lowercase", {}, ["the cat is on the mat, and the dog too."], ["The cat", "123"]],
  ["punctuation:no_comma", {}, ["a b"], ["a, b"]],
  ["verify_keywords", { keyword_list: ["a", "B"] }, ["b A"], ["a"]],
  ["verify_keyword_frequency", { word: "Ab", N: 2 }, ["ab aB, abc"], ["ab", "ab ab ab"]],
  ["validate_forbidden_words", { forbidden_words: ["no"] }, ["yes"], ["I KNOW"]],
  ["verify_letter_frequency", { letter: "a", N: 2 }, ["aaA"], ["a"]],
  ["validate_response_language", { language: "de" }, ["Das ist nicht der Hund."], ["This is not the dog."]],
  ["verify_paragraph_count", { N: 2 }, ["a * * * b"], ["a * * *", "a***b"]],
  [
    "validate_word_constraint",
    { N: 25, quantifier: "around" },
    ["a ".repeat(27), "a ".repeat(23)],
    ["a ".repeat(28)],
  ],
  ["validate_word_constraint", { N: 2, quantifier: "at most" }, ["a\u001cb"], ["a b c"]],
  [
    "verify_sentence_constraint",
    { N: 3, quantifier: "around" },
    ["A. B.", "A. B. C. D."],
    ["A.", "A. B. C. D. E."],
  ],
  ["validate_paragraphs", { N: 2, i: 1, first_word: "A" }, ["A b\n\nc"], ["a b\n\nc", "A\n\nb\n\nc"]],
  ["verify_postscript", { postscript_marker: "P.S." }, ["P.S. a"], ["p.s. a", "a P.S. "]],
  ["validate_placeholders", { N: 1 }, ["[a]"], ["[]"]],
  ["verify_bullet_points", { N: 2 }, ["* a\n**b**"], ["* * *\n* a", "*\n-"]],
  ["validate_title", {}, ["<<a>>"], ["<<>>"]],
  ["validate_choice", { options: ["yes", "no"] }, ["Oh no!"], ["I know", "yes or no", "Yes"]],
  ["validate_choice", { options: ["yes", "yes please"] }, ["yes please"], ["please"]],
  ["validate_highlighted_sections", { N: 2 }, ["*a* *b*"], ["****", "*a*"]],
  ["validate_sections", { N: 2, section_splitter: "Part" }, ["part 1 PART 2"], ["part part"]],
  ["validate_json_format", {}, ["{}", ' "a"\n'], ["```json\n{}\n```", "Infinity"]],
  ["validate_repeat_prompt", { original_prompt: "Say" }, ["Say it"], ["say it", "Say"]],
  ["validate_two_responses", {}, ["a******b"], ["******a******b", "a******a", "******b"]],
  ["validate_uppercase", {}, ["ABC, 1"], ["aBC", "你好"]],
  ["validate_lowercase", {}, ["abc, 1"], ["Abc", "你好"]],
  ["validate_frequency_capital_words", { N: 1, quantifier: "at most" }, ["ONE É2"], ["ONE TWO"]],
  ["validate_end", { end_phrase: "end" }, ["the end"], ["the END", "the end."]],
  ["validate_quotation", {}, ['"a"'], ['"', '"a" ']],
  ["validate_no_commas", {}, ["a"], [","]],
];

const checked = (id: string, kwargs: object): ((answer: string) => boolean) => {
  const check = INSTRUCTIONS.get(id)?.(kwargs as Record<string, unknown>);
  if (!check) throw new Error(`${id} takes no ${JSON.stringify(kwargs)}`);
  return check;
};

describe.each(CASES)("%s with %j", (id, kwargs, followed, missed) => {
  it.each(followed)("is followed by %j", (answer) => {
    expect(checked(id, kwargs)(answer)).toBe(true);
  });

  it.each(missed)("is not followed by %j", (answer) => {
    expect(checked(id, kwargs)(answer)).toBe(false);
  });
});

it("has every instruction in a case", () => {
  expect([...new Set(CASES.map(([id]) => id))].sort()).toEqual([...INSTRUCTIONS.keys()].sort());
  expect(INSTRUCTIONS.size).toBe(50);
});

it.each([
  ["length_constraints:number_words", { num_words: "3", relation: "at least" }],
  ["length_constraints:number_words", { num_words: 3, relation: "constructor" }],
  ["length_constraints:number_words", { num_words: 3, relation: { toString: 1 } }],
  ["length_constraints:number_words", { num_words: -1, relation: "at least" }],
  ["length_constraints:number_words", { num_words: 1.5, relation: "at least" }],
  ["keywords:existence", { keywords: [] }],
  ["keywords:existence", { keywords: ["a", 1] }],
  ["keywords:existence", { keywords: "a" }],
  ["keywords:letter_frequency", { letter: "ab", let_frequency: 1, let_relation: "at least" }],
  ["language:response_language", { language: "xx" }],
  ["startend:end_checker", { end_phrase: "" }],
  ["startend:end_checker", {}],
])("%s cannot be checked with %j", (id, kwargs) => {
  expect(INSTRUCTIONS.get(id)?.(kwargs)).toBeNull();
});
