import type { AnswerPlace, ReferenceForm } from "../policy.js";

const PLACES: Readonly<Record<AnswerPlace, (answer: string) => string>> = {
  boxed: (answer) => `\\boxed{${answer}}`,
  fbox: (answer) => `\\fbox{${answer}}`,
  "answer-tag": (answer) => `<answer>${answer}</answer>`,
  hashes: (answer) => `#### ${answer}`,
  "final-answer": (answer) => `The final answer is $${answer}$`,
  bare: (answer) => answer,
};

/** All places. */
export const ANSWER_PLACES = Object.keys(PLACES) as readonly AnswerPlace[];

/** A text that states an answer and nothing else. */
export const stateAnswer = (answer: string, place: AnswerPlace): string => PLACES[place](answer);

const REFERENCE_FORMS: Readonly<Record<ReferenceForm, (gold: string) => string>> = {
  bare: (gold) => gold,
  dollars: (gold) => `$${gold}$`,
  boxed: (gold) => `\\boxed{${gold}}`,
};

/** The reference in the form that a verifier reads. */
export const writeReference = (gold: string, form: ReferenceForm): string => REFERENCE_FORMS[form](gold);
