import { RewardError } from "../../core/index.js";
import type { Row } from "./parse-row.js";

/**
 * The field of the completion: the one that is given, else the guessed one.
 *
 * @throws {RewardError} `bad_input` if there is neither
 */
export function completionField(row: Row, given: string | undefined, guessed: string | null): string {
  const field = given ?? guessed;
  if (field !== null) return field;
  const names = Object.keys(row).join(", ");
  throw new RewardError(
    "bad_input",
    `Which field is the completion? Give --completion-field; the first row has ${names}.`,
  );
}
