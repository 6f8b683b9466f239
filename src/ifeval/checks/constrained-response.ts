import { includesWord } from "../../text/index.js";
import { type Instruction, instruction, plainInstruction, texts } from "../instruction.js";

const RESPONSES = ["My answer is yes.", "My answer is no.", "My answer is maybe."];

/** Whether one option stands in the answer by itself, and no second one: naming them all chooses none. */
function choosesOne(answer: string, options: readonly string[]): boolean {
  const named = options.filter((option) => includesWord(answer, option));
  // An option that is a part of another, as "yes" is of "yes, but", is named along with it.
  return (
    named.filter((option) => !named.some((other) => other !== option && other.includes(option))).length === 1
  );
}

/** `detectable_format:constrained_response`: the answer has one of Google's three fixed responses. */
export const constrainedResponse: Instruction = plainInstruction((answer) => choosesOne(answer, RESPONSES));

/** open-instruct's `validate_choice`, where options are whole words, and naming two of them chooses none. */
export const validateChoice: Instruction = instruction({ options: texts }, (answer, { options }) =>
  choosesOne(answer, options),
);
