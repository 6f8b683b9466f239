import { pythonStrip } from "../../text/index.js";
import { type Instruction, instruction, text } from "../instruction.js";

/** Whether the answer begins with the prompt, and goes on. */
function repeatsThenAnswers(answer: string, prompt: string): boolean {
  return answer.startsWith(prompt) && pythonStrip(answer.slice(prompt.length)) !== "";
}

/** `combination:repeat_prompt`: the request in any case, then an answer. */
export const repeatPrompt: Instruction = instruction(
  { prompt_to_repeat: text },
  (answer, { prompt_to_repeat }) =>
    repeatsThenAnswers(pythonStrip(answer).toLowerCase(), pythonStrip(prompt_to_repeat).toLowerCase()),
);

/** open-instruct's `validate_repeat_prompt`: the request as it is, then an answer. */
export const validateRepeatPrompt: Instruction = instruction(
  { original_prompt: text },
  (answer, { original_prompt }) => repeatsThenAnswers(answer, original_prompt),
);
