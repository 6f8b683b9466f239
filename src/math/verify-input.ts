import { checkObject, checkText } from "../core/index.js";

/** A right answer and the text that a model wrote. */
export interface VerifyInput {
  /** The right answer: bare (`"1/2"`), or a solution that states it (`"… \\boxed{1/2}"`). */
  readonly reference: string;
  /** The whole text that the model wrote. */
  readonly completion: string;
}

/** Two bare answers: nothing is searched for. */
export interface AnswerInput {
  readonly reference: string;
  readonly answer: string;
}

/** @throws {RewardError} `bad_input` unless both texts are there */
export function checkInput(input: VerifyInput | AnswerInput): void {
  checkObject("the first argument", input, "{ reference, completion } or { reference, answer }");
  checkText("reference", input.reference);
  if ("answer" in input) checkText("answer", input.answer);
  else checkText("completion", input.completion);
}
