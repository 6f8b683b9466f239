import { type Completion, completionText, type Message, RewardError } from "../core/index.js";
import { deepFreeze } from "./deep-freeze.js";
import { type SharedTexts, shareTexts, textCount, textReader } from "./threads/texts.js";

/** A text as it travels: itself, or the number of one that stands in shared memory. */
type WireText = string | number;

type WireMessage = Omit<Message, "content"> & {
  readonly content?: WireText | Exclude<Message["content"], string>;
};

/** A completion as it travels. */
export type WireCompletion = WireText | readonly WireMessage[];

/** What is known of a completion beside what was sampled. */
export type Known = Omit<Completion, "text" | "messages">;

/** Completions, of which some texts may stand elsewhere. */
export interface WireCompletions {
  readonly completions: readonly WireCompletion[];
  readonly texts?: SharedTexts;
}

/** The first text of a completion that is the number of none. */
function wrongNumber(completion: WireCompletion, count: number): number | undefined {
  const isWrong = (text: unknown): text is number => typeof text === "number" && text >= count;
  if (typeof completion === "object") return completion.map(({ content }) => content).find(isWrong);
  return isWrong(completion) ? completion : undefined;
}

/** @throws {RewardError} `bad_input` for a number of no text */
export function checkTextNumbers({ completions, texts }: WireCompletions): void {
  const count = texts ? textCount(texts) : 0;
  for (const [row, completion] of completions.entries()) {
    const wrong = wrongNumber(completion, count);
    if (wrong === undefined) continue;
    const reason = texts ? `the frame has ${count}` : "this request is no frame, which has texts by number";
    throw new RewardError("bad_input", `completions[${row}] names the text ${wrong}, but ${reason}.`);
  }
}

/** Reads the completion of a row, whose numbers were checked. */
export function completionReader({
  completions,
  texts,
}: WireCompletions): (row: number) => string | readonly Message[] {
  const read = texts ? textReader(texts) : String;
  const messageOf = (message: WireMessage): Message => {
    const { content } = message;
    return typeof content === "number" ? { ...message, content: read(content) } : (message as Message);
  };
  return (row) => {
    const completion = completions[row] ?? "";
    if (typeof completion === "object") return completion.map(messageOf);
    return typeof completion === "number" ? read(completion) : completion;
  };
}

/** The completion of what was sampled, and what is known of it beside that. */
export function toCompletion(input: string | readonly Message[], known: Known): Completion {
  if (typeof input === "string") return { text: input, ...known };
  deepFreeze(input);
  return { text: completionText(input), messages: input, ...known };
}

/** Puts all texts into memory that threads share, which `allocate` gives. */
export function shareCompletions(
  given: WireCompletions,
  allocate: (size: number) => SharedArrayBuffer,
): Required<WireCompletions> {
  const { completions, texts: shared } = given;
  if (shared) return { completions, texts: shared };
  const texts: string[] = [];
  const place = (text: string): number => texts.push(text) - 1;
  const placed = completions.map((completion): WireCompletion => {
    if (typeof completion === "string") return place(completion);
    if (typeof completion === "number") return completion;
    return completion.map((message) =>
      typeof message.content === "string" ? { ...message, content: place(message.content) } : message,
    );
  });
  return { completions: placed, texts: shareTexts(texts, allocate) };
}
