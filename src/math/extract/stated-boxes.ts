import { type Box, boxes } from "../../text/boxes.js";

const LONGEST_DENIAL = 48;
/** What says right before a box that the answer is another one. */
const DENIAL =
  /(?:\b(?:not|never|isn[’']t|wasn[’']t|can[’']t be|cannot be)|不是|并非|≠|\\neq?|\\not\s?=)(?:\s(?:equal to|simply|just|really|actually|exactly|going to be))?[\s:$([\\*_]{0,8}$/i;

/** The boxes of a text that it does not deny: "not \boxed{3} but \boxed{4}" states 4. */
export function statedBoxes(text: string): readonly Box[] {
  return boxes(text).filter(({ span }) => {
    return !DENIAL.test(text.slice(Math.max(0, span.start - LONGEST_DENIAL), span.start));
  });
}
