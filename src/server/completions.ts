import { type Message, RewardError } from "../core/index.js";
import { type SharedTexts, shareTexts, textCount, textReader } from "./threads/texts.js";

/** A text as it travels: itself, or the number of one that stands in shared memory. */
type WireText = string | number;

type WireMessage = Omit<Message, "content"> & {
  readonly content?: WireText | Exclude<Message["content"], string>;
};

/** A completion as it travels. */
export type WireCompletion = WireText | readonly WireMessage[];

/** Completions, of which some texts may stand elsewhere. */
export interface WireCompletions {
  readonly completions: readonly WireCompletion[];
  readonly texts?: SharedTexts;
}

function numberIn(completion: WireCompletion, isWrong: (number: number) => boolean): number | undefined {
  const texts = typeof completion === "object" ? completion.map(({ content }) => content) : [completion];
  return texts.find((text) => typeof text === "number" && isWrong(text)) as number | undefined;
}

/** @throws {RewardError} `bad_input` for a number of no text */
export function checkTextNumbers({ completions, texts }: WireCompletions): void {
  const count = texts ? textCount(texts) : 0;
  for (const [row, completion] of completions.entries()) {
    if (typeof completion === "string") continue;
    const wrong = numberIn(completion, (number) => number >= count);
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
