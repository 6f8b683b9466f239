import { pythonStrip } from "../../text/index.js";
import { type Instruction, plainInstruction } from "../instruction.js";

const SEPARATOR = "******";

function areTwo([first, second, ...more]: readonly string[]): boolean {
  return more.length === 0 && !!first && !!second && first !== second;
}

/** `combination:two_responses`: two responses that differ, with `******` between, and perhaps around them. */
export const twoResponses: Instruction = plainInstruction((answer) => {
  const parts = answer.split(SEPARATOR).map(pythonStrip);
  return areTwo(parts.slice(parts[0] === "" ? 1 : 0, parts.at(-1) === "" ? -1 : undefined));
});

/** open-instruct's `validate_two_responses`: `******` stands between them only. */
export const validateTwoResponses: Instruction = plainInstruction((answer) =>
  areTwo(answer.split(SEPARATOR).map(pythonStrip)),
);
