import { count, type Instruction, instruction } from "../instruction.js";

const SINGLE = /\*[^\n*]*\*/g;
const DOUBLE = /\*\*[^\n*]*\*\*/g;
const EMPTY = /^[\s*]*$/;

/** Asterisks around nothing, as in a rule `* * *`, highlight nothing. */
function hasHighlights(answer: string, asked: number): boolean {
  const found = [SINGLE, DOUBLE].flatMap((pattern) => answer.match(pattern) ?? []);
  return found.filter((section) => !EMPTY.test(section)).length >= asked;
}

/** `detectable_format:number_highlighted_sections`: at least so many of `*this*` or `**this**`. */
export const numberHighlightedSections: Instruction = instruction(
  { num_highlights: count },
  (answer, { num_highlights }) => hasHighlights(answer, num_highlights),
);

/** open-instruct's `validate_highlighted_sections`, which would count `**this**` twice. */
export const validateHighlightedSections: Instruction = instruction({ N: count }, (answer, { N }) =>
  hasHighlights(answer, N),
);
