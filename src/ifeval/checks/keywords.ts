import { type Instruction, instruction, texts } from "../instruction.js";

function includesAll(answer: string, keywords: readonly string[]): boolean {
  const lower = answer.toLowerCase();
  return keywords.every((keyword) => lower.includes(keyword.toLowerCase()));
}

/** `keywords:existence`: every keyword occurs, in any case. Google reads keywords as patterns; here they are texts. */
export const existence: Instruction = instruction({ keywords: texts }, (answer, { keywords }) =>
  includesAll(answer, keywords),
);

/** open-instruct's `verify_keywords`. */
export const verifyKeywords: Instruction = instruction({ keyword_list: texts }, (answer, { keyword_list }) =>
  includesAll(answer, keyword_list),
);
