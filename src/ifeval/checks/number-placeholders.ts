import { pythonStrip } from "../../text/index.js";
import { count, type Instruction, instruction } from "../instruction.js";

/** How many brackets of a line have something between them. */
function countPlaceholders(line: string): number {
  let placeholders = 0;
  for (let open = line.indexOf("["); open >= 0;) {
    const close = line.indexOf("]", open);
    if (close < 0) break;
    if (pythonStrip(line.slice(open + 1, close)) !== "") placeholders++;
    open = line.indexOf("[", close);
  }
  return placeholders;
}

function hasPlaceholders(answer: string, asked: number): boolean {
  return answer.split("\n").reduce((sum, line) => sum + countPlaceholders(line), 0) >= asked;
}

/** `detectable_content:number_placeholders`: at least so many placeholders such as `[address]`; `[]` is none. */
export const numberPlaceholders: Instruction = instruction(
  { num_placeholders: count },
  (answer, { num_placeholders }) => hasPlaceholders(answer, num_placeholders),
);

/** open-instruct's `validate_placeholders`. */
export const validatePlaceholders: Instruction = instruction({ N: count }, (answer, { N }) =>
  hasPlaceholders(answer, N),
);
