import { type Instruction, plainInstruction } from "../instruction.js";

/** Whether a line has `<<`, `>>` behind it, and something between them. */
function hasTitle(line: string): boolean {
  const open = line.indexOf("<<");
  return open >= 0 && /[^\s<>]/.test(line.slice(open, Math.max(open, line.lastIndexOf(">>"))));
}

/** `detectable_format:title`, and open-instruct's `validate_title`: a title such as `<<poem of joy>>`, on one line. */
export const title: Instruction = plainInstruction((answer) => answer.split("\n").some(hasTitle));
