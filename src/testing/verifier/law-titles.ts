import type { LawId } from "./case.js";

/** Each law in a few words. */
export const LAW_TITLES: Readonly<Record<LawId, string>> = {
  L1: "a reference is equal to itself",
  L2: "answer and reference may change places",
  L3: "equal answers are accepted",
  L5: "other answers are rejected",
  L7: "the text around an answer changes nothing",
  L8: "the last answer counts",
  L9: "no answer earns nothing",
  L10: "a reference that cannot be read earns nothing",
  L11: "any text is judged",
  L13: "the same question gets the same verdict",
  L16: "many at once are judged as one by one",
  L19: "a reference may stand in dollars or in a box",
  L20: "the prompt is no answer",
  L21: "a number with more around it is another number",
  L22: "Unicode signs mean what their commands do",
  K: "hacks earn nothing",
};
