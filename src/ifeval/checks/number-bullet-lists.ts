import { pythonStrip } from "../../text/index.js";
import { count, type Instruction, instruction } from "../instruction.js";

/** A rule such as `---` or `* * *`, and a bullet with nothing behind it, say nothing. */
const hasContent = (line: string): boolean => /[^\s*_-]/.test(line);

function countLines(answer: string, isBullet: (line: string) => boolean): number {
  return answer.split("\n").map(pythonStrip).filter(isBullet).filter(hasContent).length;
}

/** `detectable_format:number_bullet_lists`: exactly so many lines that start with `-`, or with one `*`. */
export const numberBulletLists: Instruction = instruction(
  { num_bullets: count },
  (answer, { num_bullets }) => countLines(answer, (line) => /^(?:-|\*(?!\*))/.test(line)) === num_bullets,
);

/** open-instruct's `verify_bullet_points`: a line that starts with `**` is one too. */
export const verifyBulletPoints: Instruction = instruction(
  { N: count },
  (answer, { N }) => countLines(answer, (line) => /^[*-]/.test(line)) === N,
);
