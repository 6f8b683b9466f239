import { completionText, type Message, messageText, type Prompt } from "../../core/index.js";
import type { Hack } from "../../testing/hacks/index.js";
import type { ScoredRow, ScoredSample } from "../scored/scored-row.js";
import type { KeptSample } from "./report.js";
import type { Pair } from "./statistics/disagreement.js";

/** UTF-16 units of a text that are kept: samples are many, and each may be as long as a line. */
const MAX_KEPT = 64 * 1024;

/** A copy: a part of a text would keep the whole in memory. */
const copied = (text: string): string => Buffer.from(text, "utf16le").toString("utf16le");

/** The start and the end of a text; what is of interest stands there. */
function shortened(text: string, most: number): { readonly text: string; readonly omitted: number } {
  if (text.length <= most) return { text, omitted: 0 };
  const half = Math.floor(most / 2);
  return { text: copied(text.slice(0, half) + text.slice(-half)), omitted: text.length - 2 * half };
}

const turn = (message: Message): string => `${message.role}: ${messageText(message)}`;

function promptText(prompt: Prompt | null): string {
  if (prompt === null) return "";
  return typeof prompt === "string" ? prompt : prompt.map(turn).join("\n\n");
}

/** The text of a reference, which may be any value of JSON. */
export function referenceText(reference: unknown): string | null {
  if (reference === undefined || reference === null) return null;
  return typeof reference === "string" ? reference : JSON.stringify(reference);
}

/** The text that the policy wrote last; `null` where the row has no completion. */
export const sampledText = ({ completion }: ScoredSample): string | null =>
  completion === null ? null : completionText(completion);

/** What the report has found out about a completion. */
export interface Findings {
  readonly number: number;
  readonly length: number;
  readonly times: Readonly<Record<string, number>>;
  readonly hack: Hack | null;
  readonly pairs: readonly Pair[];
  readonly approving: readonly string[];
}

/** What of a completion may be shown, in bounded memory. */
export function keepSample(row: ScoredRow, sample: ScoredSample, findings: Findings): KeptSample {
  const text = sampledText(sample);
  const kept = text === null ? null : shortened(text, MAX_KEPT);
  const reference = referenceText(row.reference);
  const { scores, reward, verdicts, extra, advantage } = sample;
  return {
    ...findings,
    source: row.source,
    line: row.line,
    prompt: shortened(promptText(row.prompt), MAX_KEPT).text,
    completion: kept?.text ?? null,
    omitted: kept?.omitted ?? 0,
    reference: reference && shortened(reference, MAX_KEPT).text,
    scores,
    reward,
    verdicts,
    extra,
    advantage,
    reasons: new Set(),
  };
}
