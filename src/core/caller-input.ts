import { RewardError } from "./errors.js";

const LONGEST_SHOWN = 80;

/** A value as an error message shows it. */
export function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  try {
    const isJson = typeof value === "string" || typeof value === "object";
    const text = isJson ? JSON.stringify(value) : `${value as number}`;
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  } catch {
    return typeof value;
  }
}

/** The error for a value of a caller who has no type checker, or did not ask it. */
export function wrongInput(what: string, need: string, value: unknown): RewardError {
  return new RewardError("bad_input", `${what} must be ${need}; it is ${shown(value)}.`);
}

/** @throws {RewardError} `bad_input` unless the value is a list */
export function checkList(what: string, value: unknown, need: string): void {
  if (!Array.isArray(value)) throw wrongInput(what, need, value);
}

/** Whether the value is an object that is no list. */
export const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @throws {RewardError} `bad_input` unless the value is an object that is no list */
export function checkObject(what: string, value: unknown, need: string): void {
  if (!isObject(value)) throw wrongInput(what, need, value);
}

/** @throws {RewardError} `bad_input` unless the value is a text */
export function checkText(what: string, value: unknown): void {
  if (typeof value !== "string") throw wrongInput(what, "a text", value);
}

/** @throws {RewardError} `bad_options` unless the name is one of those that there are */
export function checkName(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  throw new RewardError("bad_options", `there is no ${what} ${shown(name)}; there are ${known.join(", ")}`);
}
