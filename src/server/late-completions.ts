import type { Completion, Message } from "../core/index.js";
import { completionReader, type Known, toCompletion, type WireCompletions } from "./completions.js";

type Read = (row: number) => Completion;

/** A completion that reads what was sampled where a reward looks at it. */
class LateCompletion implements Completion {
  declare readonly text: string;
  declare readonly messages?: readonly Message[];
  readonly #read: Read;
  readonly #row: number;

  // One getter for all: with one for each, V8 makes a hidden class for each object, which outlives many requests.
  static readonly #text: PropertyDescriptor & ThisType<LateCompletion> = {
    enumerable: true,
    get() {
      return this.#read(this.#row).text;
    },
  };
  static readonly #messages: PropertyDescriptor & ThisType<LateCompletion> = {
    enumerable: true,
    get() {
      return this.#read(this.#row).messages;
    },
  };

  constructor(read: Read, row: number, isConversation: boolean) {
    this.#read = read;
    this.#row = row;
    Object.defineProperty(this, "text", LateCompletion.#text);
    if (isConversation) Object.defineProperty(this, "messages", LateCompletion.#messages);
  }
}

/** Makes completions whose texts are read where a reward looks at them, since all at once may fill the memory. */
export function lateCompletions(given: WireCompletions): (row: number, known: Known) => Completion {
  const read = completionReader(given);
  let [last, lastRow]: [Completion | null, number] = [null, -1];
  const get = (row: number): Completion => {
    if (last === null || lastRow !== row) [last, lastRow] = [toCompletion(read(row), {}), row];
    return last;
  };
  return (row, known) => {
    const isConversation = typeof given.completions[row] === "object";
    return Object.freeze(Object.assign(new LateCompletion(get, row, isConversation), known));
  };
}
