import { RewardError, shown } from "../core/index.js";

/** @throws {RewardError} `bad_options` unless all the named numbers are finite. */
export function checkFinite(what: string, numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (Number.isFinite(value)) continue;
    throw new RewardError("bad_options", `${what} needs a finite number as ${name}, not ${String(value)}.`);
  }
}

/**
 * @throws {RewardError} `bad_options` unless the options are an object with no other names: an option that is misspelt,
 * or handed over without its name, would go unnoticed
 */
export function checkNames(what: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const need = `an object with ${known.join(" and ")}`;
    throw new RewardError("bad_options", `${what} takes ${need} as its options, not ${shown(options)}.`);
  }
  const stray = Object.keys(options).find((name) => !known.includes(name));
  if (stray === undefined) return;
  throw new RewardError("bad_options", `${what} has no option "${stray}"; known are ${known.join(", ")}.`);
}
