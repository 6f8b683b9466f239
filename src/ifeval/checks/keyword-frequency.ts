import { countOccurrences, pythonStrip, pythonWords } from "../../text/index.js";
import { count, type Instruction, instruction, text } from "../instruction.js";
import { relation } from "../relation.js";

/** `keywords:frequency`: how often the keyword occurs, in any case, also within longer words. */
export const frequency: Instruction = instruction(
  { keyword: text, frequency: count, relation },
  (answer, { keyword, frequency: asked, relation: holds }) => {
    const needle = pythonStrip(keyword).toLowerCase();
    return needle !== "" && holds(countOccurrences(answer.toLowerCase(), needle), asked);
  },
);

/** open-instruct's `verify_keyword_frequency`: the word stands by itself exactly so often, in any case. */
export const verifyKeywordFrequency: Instruction = instruction(
  { word: text, N: count },
  (answer, { word, N }) => {
    const lower = word.toLowerCase();
    return pythonWords(answer.toLowerCase()).filter((each) => each === lower).length === N;
  },
);
