import { pythonStrip } from "../../text/index.js";
import { count, type Instruction, instruction, text } from "../instruction.js";

const NUMBER = /[\s\x85]?\p{Nd}/uy;

/** How often the splitter stands in front of a number. */
function countSections(answer: string, splitter: string): number {
  let sections = 0;
  for (let i = answer.indexOf(splitter); i >= 0; i = answer.indexOf(splitter, i + 1)) {
    NUMBER.lastIndex = i + splitter.length;
    if (NUMBER.test(answer)) sections++;
  }
  return sections;
}

/** `detectable_format:multiple_sections`: at least so many headings such as `Section 1`. */
export const multipleSections: Instruction = instruction(
  { section_spliter: text, num_sections: count },
  (answer, { section_spliter, num_sections }) =>
    countSections(answer, pythonStrip(section_spliter)) >= num_sections,
);

/** open-instruct's `validate_sections`, in any case. */
export const validateSections: Instruction = instruction(
  { N: count, section_splitter: text },
  (answer, { N, section_splitter }) =>
    countSections(answer.toLowerCase(), section_splitter.toLowerCase()) >= N,
);
