import { checkObject, checkText, wrongInput } from "../../core/index.js";
import { shorterTexts } from "./suites/texts.js";

/** A completion and its reference, as they stand in a log. */
export interface LoggedCase {
  readonly completion: string;
  readonly gold: string;
}

/**
 * Shortens a logged case as far as something stays true of it: what a verifier got wrong, say.
 *
 * @param evaluations the most that the predicate is asked. @default 2000
 */
export async function minimise(
  logged: LoggedCase,
  isStill: (shorter: LoggedCase) => boolean | Promise<boolean>,
  evaluations = 2000,
): Promise<LoggedCase & { readonly evaluations: number }> {
  checkObject("the logged case", logged, "an object with completion and gold");
  checkText("completion", logged.completion);
  checkText("gold", logged.gold);
  if (typeof isStill !== "function") throw wrongInput("isStill", "a function", isStill);
  let best = logged;
  let used = 0;
  for (let isShorter = true; isShorter && used < evaluations;) {
    isShorter = false;
    for (const shorter of shorterCases(best)) {
      if (used++ >= evaluations) break;
      if (!(await isStill(shorter))) continue;
      best = shorter;
      isShorter = true;
      break;
    }
  }
  return { ...best, evaluations: used };
}

function* shorterCases({ completion, gold }: LoggedCase): Generator<LoggedCase> {
  for (const shorter of shorterTexts(completion)) yield { completion: shorter, gold };
  for (const shorter of shorterTexts(gold)) yield { completion, gold: shorter };
}
