/** Whether an answer follows an instruction whose arguments are known. */
export type Check = (answer: string) => boolean;

/** The arguments of an instruction by name, as a data set has them. */
export type Kwargs = Readonly<Record<string, unknown>>;

/** An instruction of a data set: given its arguments, the check; `null` if the arguments are not usable. */
export type Instruction = (kwargs: Kwargs) => Check | null;

/** Reads one argument; `null` if the value is none of its kind. */
export type Reader<T> = (value: unknown) => T | null;

type Readers = Readonly<Record<string, Reader<unknown>>>;

type Read<R extends Readers> = { readonly [K in keyof R]: R[K] extends Reader<infer T> ? T : never };

/** An instruction from the readers of its arguments, by name, and what an answer must be to follow it. */
export function instruction<R extends Readers>(
  readers: R,
  follows: (answer: string, args: Read<R>) => boolean,
): Instruction {
  return (kwargs) => {
    const args = Object.entries(readers).map(([name, read]) => [name, read(kwargs[name])] as const);
    if (args.some(([, value]) => value === null)) return null;
    const read = Object.fromEntries(args) as Read<R>;
    return (answer) => follows(answer, read);
  };
}

/** An instruction without arguments. */
export function plainInstruction(follows: Check): Instruction {
  return () => follows;
}

/** A text that is not empty. */
export const text: Reader<string> = (value) => (typeof value === "string" && value !== "" ? value : null);

/** A number of things: a whole number from 0. */
export const count: Reader<number> = (value) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** Texts of which none is empty, and at least one. */
export const texts: Reader<readonly string[]> = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((item) => text(item) !== null)
    ? (value as readonly string[])
    : null;
