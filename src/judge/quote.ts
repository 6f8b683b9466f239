import { excerpt, withoutChatTokens, withoutUnseen } from "../text/index.js";

/** A text that a judge reads, and the name that it has in the prompt. */
export interface Exhibit {
  readonly name: "PROMPT" | "REFERENCE" | "COMPLETION";
  readonly text: string;
}

/** A text of at most `maxLength` UTF-16 units: of a longer one the start and the end, with a note between. */
function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const start = excerpt(text, Math.ceil(maxLength / 2));
  const end = text.slice(text.length - Math.floor(maxLength / 2));
  const note = `[${text.length - start.length - end.length} characters are left out here]`;
  return `${start}\n${note}\n${end}`;
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A word that none of the texts holds. It is a digest of them, so that the same texts always make the same request,
 * and so that no author can know the word before the text is written.
 */
async function fenceOf(texts: readonly string[]): Promise<string> {
  let fence = await digest(JSON.stringify(texts));
  while (texts.some((text) => text.includes(fence))) fence = await digest(fence);
  return fence;
}

/**
 * Puts texts between lines that they cannot hold, without what could end a message of the conversation, and without
 * characters that nobody sees.
 *
 * @param maxLength UTF-16 units after which a text is cut in its middle
 */
export async function quote(exhibits: readonly Exhibit[], maxLength: number): Promise<string> {
  const texts = exhibits.map(({ text }) => withoutChatTokens(withoutUnseen(shortened(text, maxLength))));
  const fence = await fenceOf(texts);
  return exhibits
    .map(({ name }, i) => `[BEGIN ${name} ${fence}]\n${texts[i] ?? ""}\n[END ${name} ${fence}]`)
    .join("\n\n");
}
