import { parseJson, pythonStrip } from "../../text/index.js";
import { type Instruction, plainInstruction } from "../instruction.js";

const OPENING = /^```(?:json)?/i;

function withoutFence(answer: string): string {
  const text = pythonStrip(answer).replace(OPENING, "");
  return pythonStrip(text.endsWith("```") ? text.slice(0, -3) : text);
}

/** `detectable_format:json_format`: the answer is JSON, perhaps in a code fence. `NaN` and `Infinity` are no JSON. */
export const jsonFormat: Instruction = plainInstruction(
  (answer) => parseJson(withoutFence(answer)) !== undefined,
);

/** open-instruct's `validate_json_format`: the answer is JSON, without a fence. */
export const validateJsonFormat: Instruction = plainInstruction((answer) => parseJson(answer) !== undefined);
