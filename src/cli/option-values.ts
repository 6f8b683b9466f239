import { InvalidArgumentError } from "commander";

/** Names with commas between them. */
export function names(text: string): readonly string[] {
  const list = text.split(",").map((name) => name.trim());
  if (list.every((name) => name !== "")) return list;
  throw new InvalidArgumentError("Give names with commas between them.");
}

/** Reads a whole number from 1 to `max`. */
export function countUpTo(max: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (/^\d{1,9}$/.test(text) && count > 0 && count <= max) return count;
    throw new InvalidArgumentError(`Give a whole number from 1 to ${max}.`);
  };
}

/** Any finite number. */
export function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Give a number.");
}

/** Two numbers with dots between them, such as `0.2..0.8`. */
export function range(text: string): readonly [min: number, max: number] {
  const [min = NaN, max = NaN, ...rest] = text
    .split("..")
    .map((end) => (end.trim() === "" ? NaN : Number(end)));
  if (rest.length === 0 && min <= max) return [min, max];
  throw new InvalidArgumentError("Give two numbers, the smaller one first, such as 0.2..0.8.");
}
