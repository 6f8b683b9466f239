import type { Box } from "../../text/boxes.js";
import { isPlaceholder } from "../../text/placeholder.js";
import { joint } from "./box-list.js";
import { findCorrection, findFinalClaim } from "./final-sentence.js";
import { statedBoxes } from "./stated-boxes.js";
import { trimmed, tidied } from "./tidy.js";
import type { Finder, Finding, Question } from "./types.js";
import { unitBehind } from "./unit-behind.js";

/** "final answer: 1" */
const SHORTEST_CLAIM = 15;

/** A longer list is cut: it equals no reference either way. */
const MOST_ENTRIES = 64;

/** One box of the group that is the answer. */
interface Entry {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function toEntry(text: string, { span, content, escaped }: Box): Entry {
  const { start, end } = trimmed(text, content);
  const raw = text.slice(start, end);
  const value = tidied(escaped ? raw.replaceAll("\\\\", "\\") : raw);
  const unit = unitBehind(text, content, span.end);
  return unit === null ? { text: value, start, end } : { text: value + unit.text, start, end: unit.end };
}

interface Group {
  readonly entries: readonly Entry[];
  readonly areAlternatives: boolean;
}

/** The last box, and those before it that stand with it in one list. */
function lastGroup(text: string, all: readonly Box[]): Group {
  const entries: Entry[] = [];
  let areAlternatives = false;
  let behind: Box | undefined;
  for (let i = all.length - 1; i >= 0 && entries.length < MOST_ENTRIES; i--) {
    const box = all[i] as Box;
    const joined = behind === undefined ? "list" : joint(text.slice(box.span.end, behind.span.start));
    if (joined === null) break;
    areAlternatives ||= joined === "or";
    entries.push(toEntry(text, box));
    behind = box;
  }
  return { entries: entries.reverse(), areAlternatives };
}

/** Entries without placeholders and without repetitions, in order. */
function distinct(entries: readonly Entry[]): readonly string[] {
  if (entries.length === 1) return entries.map(({ text }) => text);
  return [...new Set(entries.map(({ text }) => text).filter((text) => !isPlaceholder(text)))];
}

function isContradicted(text: string, all: readonly Box[], answer: readonly string[]): boolean {
  return all.some(({ content }) => {
    const other = tidied(text.slice(content.start, content.end).trim());
    return !isPlaceholder(other) && !answer.includes(other);
  });
}

function toFinding(group: Group, parts: readonly string[]): Finding {
  const span = { start: group.entries[0]?.start ?? 0, end: group.entries.at(-1)?.end ?? 0 };
  if (parts.length === 1) return { text: parts[0] ?? "", span };
  return { text: parts.join(group.areAlternatives ? " or " : ", "), span, parts };
}

function isRejected(text: string, all: readonly Box[], group: Group, { several }: Question): boolean {
  if (several === "last") return false;
  const parts = distinct(group.entries);
  const areRivals = group.areAlternatives && parts.length > 1;
  return areRivals || isContradicted(text, all.slice(0, all.length - group.entries.length), parts);
}

/** What a sentence behind the last box says the final answer is, or gives instead of the box, if it says so. */
function finalClaimBehind(text: string, end: number): Finding | undefined {
  if (text.length - end < SHORTEST_CLAIM) return undefined;
  const claim = findFinalClaim(text.slice(end));
  if (claim === undefined) return findCorrection(text, end);
  return { ...claim, span: { start: claim.span.start + end, end: claim.span.end + end } };
}

/** The last balanced box, with the boxes of the same list. A last box that is empty hides those before it. */
export const findBoxed: Finder = (text, question) => {
  const all = question.boxes === undefined ? statedBoxes(text) : question.boxes();
  const last = all.at(-1);
  if (last === undefined) return undefined;
  if (isPlaceholder(text.slice(last.content.start, last.content.end))) return null;
  const group = lastGroup(text, all);
  if (isRejected(text, all, group, question)) return null;
  return finalClaimBehind(text, last.span.end) ?? toFinding(group, distinct(group.entries));
};
