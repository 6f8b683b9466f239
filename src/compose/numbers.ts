import { RewardError } from "../core/index.js";

/** @throws {RewardError} `bad_options` unless all the named numbers are finite. */
export function checkFinite(what: string, numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (Number.isFinite(value)) continue;
    throw new RewardError("bad_options", `${what} needs a finite number as ${name}, not ${String(value)}.`);
  }
}
