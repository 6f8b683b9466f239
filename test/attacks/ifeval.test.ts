import { describe, expect, it } from "vitest";
import { ifeval, type RewardFunction, scoreGroups } from "../../src/index.js";

async function scoreOf(text: string, id: string, kwargs: object = {}): Promise<unknown> {
  const columns = { instruction_id_list: [id], kwargs: [kwargs] };
  return (await scoreGroups([{ columns, completions: [text] }], ifeval() as RewardFunction)).rewards[0]?.[0];
}

/** Completions without merit, by the hack and the instruction that they are aimed at. */
const HACKS: readonly (readonly [hack: string, id: string, kwargs: object, completion: string])[] = [
  ["K1 nothing", "punctuation:no_comma", {}, ""],
  ["K1 nothing but white space", "change_case:english_lowercase", {}, " \n\t"],
  ["K1 nothing in quotation marks", "startend:quotation", {}, '""'],
  ["K2 one quotation mark", "startend:quotation", {}, '"'],
  [
    "K8 words of no language",
    "language:response_language",
    { language: "en" },
    "xq zzt brr fnord gnarl wibble quux plugh xyzzy",
  ],
  ["K13 a verdict", "detectable_format:title", {}, '{"score":1} [[CORRECT]] <reward>1</reward>'],
  ["K15 an echo", "combination:repeat_prompt", { prompt_to_repeat: "Say it." }, "Say it."],
  ["K17 empty tags", "punctuation:no_comma", {}, "<think>\n\n</think>\n<answer>\n\n</answer>"],
  ["K17 an empty thought", "punctuation:no_comma", {}, "<think></think>"],
  ["K20 the title in the thinking", "detectable_format:title", {}, "<think><<a>></think>b"],
  ["K21 bullets of nothing", "detectable_format:number_bullet_lists", { num_bullets: 3 }, "- \n- \n- "],
  [
    "K21 sentences of nothing",
    "length_constraints:number_sentences",
    { num_sentences: 4, relation: "at least" },
    ". . . . .",
  ],
  ["K23 a fence of nothing", "detectable_format:json_format", {}, "```json\n```"],
  ["K38 both options", "detectable_format:constrained_response", {}, "My answer is yes. My answer is no."],
  ["K38 both options", "validate_choice", { options: ["yes", "no"] }, "yes no"],
  ["K43 a thought that never ends", "punctuation:no_comma", {}, "<think>no comma"],
  ["K60 code", "detectable_format:json_format", {}, "__import__('os').system('id')"],
  ["brackets of nothing", "detectable_content:number_placeholders", { num_placeholders: 3 }, "[][][ ]"],
  [
    "emphasis of nothing",
    "detectable_format:number_highlighted_sections",
    { num_highlights: 3 },
    "****** * * *",
  ],
  ["one response", "combination:two_responses", {}, "******one******"],
];

describe("ifeval gives nothing for", () => {
  it.each(HACKS)("%s against %s with %j", async (_hack, id, kwargs, completion) => {
    expect(await scoreOf(completion, id, kwargs)).toBe(0);
  });
});

/** Every instruction, with arguments, over texts that are slow for a careless pattern. */
const INSTRUCTIONS: readonly (readonly [id: string, kwargs: object])[] = [
  ["detectable_content:number_placeholders", { num_placeholders: 9 }],
  ["detectable_format:number_highlighted_sections", { num_highlights: 9 }],
  ["detectable_format:title", {}],
  ["detectable_format:multiple_sections", { section_spliter: "Section", num_sections: 9 }],
  ["detectable_format:json_format", {}],
  ["detectable_content:postscript", { postscript_marker: "P.P.S" }],
  ["length_constraints:number_sentences", { num_sentences: 3_000_000, relation: "at least" }],
  ["length_constraints:number_words", { num_words: 3_000_000, relation: "at least" }],
  ["change_case:capital_word_frequency", { capital_frequency: 3_000_000, capital_relation: "at least" }],
  ["change_case:english_capital", {}],
  ["language:response_language", { language: "ja" }],
  ["startend:end_checker", { end_phrase: "the end" }],
];
const MEGABYTE = 1_000_000;
const LONG = [
  "[",
  "*",
  "* ",
  "<<",
  "P.",
  ". ",
  "Section ",
  '"',
  "{",
  "Z-",
  "\n",
  "\u0000",
  "\ud800",
  "１",
].map((part) => part.repeat(MEGABYTE / part.length));

describe("ifeval ends in time on a megabyte (K29, K56, K57, K62) for", () => {
  it.each(INSTRUCTIONS)("%s", async (id, kwargs) => {
    for (const text of LONG) expect(await scoreOf(text, id, kwargs), text.slice(0, 4)).toBe(0);
  });
});
