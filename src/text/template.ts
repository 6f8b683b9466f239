import { isAside } from "./aside.js";
import { isBlank, skipSpace } from "./python-text.js";
import type { Span } from "./span.js";
import { hasContent, saysSomething } from "./content.js";

/** The names of the two blocks of a template: `think` and `answer`, or what another prompt asks for. */
export interface TemplateTags {
  readonly think: string;
  readonly answer: string;
}

/** A completion that is a template, cut into its five parts; the tags stand between them. */
export interface Template {
  readonly before: Span;
  readonly thought: Span;
  readonly between: Span;
  readonly answer: Span;
  readonly behind: Span;
}

/** Which blocks of a template a completion has. */
interface Blocks {
  readonly thought: boolean;
  readonly answer: boolean;
}

const BOTH: Blocks = { thought: true, answer: true };
const NEITHER: Blocks = { thought: false, answer: false };

/** The parts of a text in which each of the four tags occurs exactly once, in order; else `null`. */
export function readTemplate(text: string, { think, answer }: TemplateTags): Template | null {
  const tags = [`<${think}>`, `</${think}>`, `<${answer}>`, `</${answer}>`];
  const parts: Span[] = [];
  let start = 0;
  for (const tag of tags) {
    const at = text.indexOf(tag);
    if (at < start || text.includes(tag, at + tag.length)) return null;
    parts.push({ start, end: at });
    start = at + tag.length;
  }
  const [before, thought, between, stated] = parts as [Span, Span, Span, Span];
  return { before, thought, between, answer: stated, behind: { start, end: text.length } };
}

/** What a part of a template must be. */
export type Rule = (text: string, span: Span) => boolean;

/** No text at all. */
const nothing: Rule = (_text, { start, end }) => start === end;
/** White space or nothing. */
const blank: Rule = (text, { start, end }) => isBlank(text, start, end);
const lineBreak: Rule = (text, { start, end }) => end === start + 1 && text.startsWith("\n", start);
const oneBreakAtMost: Rule = (text, span) => nothing(text, span) || lineBreak(text, span);
/** Nothing, or a line break and white space. */
export const emptyLines: Rule = (text, { start, end }) =>
  start === end || (text.startsWith("\n", start) && isBlank(text, start, end));
const filled: Rule = (text, { start, end }) => saysSomething(text, start, end);
const anything: Rule = () => true;
/** A body that begins and ends with the line breaks of its tags, and has a line between them. */
const ownLines: Rule = (text, { start, end }) =>
  end >= start + 2 && text.startsWith("\n", start) && text.startsWith("\n", end - 1);

/** A rule for each part of a template; `body` is for both blocks. */
export interface TemplateRules {
  readonly before: Rule;
  readonly between: Rule;
  readonly behind: Rule;
  readonly body: Rule;
}

/** Layouts in which a completion is the template and nothing else. */
export const TEMPLATE_RULES: Readonly<Record<"lines" | "inline" | "tight" | "line-break", TemplateRules>> = {
  /** Each tag has a line of its own, as open-r1 asks for. */
  lines: { before: nothing, between: lineBreak, behind: emptyLines, body: ownLines },
  /** White space around the tags is free. */
  inline: { before: blank, between: blank, behind: blank, body: anything },
  /** White space is free between the blocks only, as in ms-swift. */
  tight: { before: nothing, between: blank, behind: nothing, body: anything },
  /** One line break between the blocks and perhaps one at the end, as in Mini-R1. */
  "line-break": { before: nothing, between: lineBreak, behind: oneBreakAtMost, body: anything },
};

/** Whether both blocks of a template have content. */
export function isFilled(text: string, { thought, answer }: Template): boolean {
  return filled(text, thought) && filled(text, answer);
}

/** Whether a text keeps the rules of a layout. */
export function keepsRules(text: string, template: Template, rules: TemplateRules): boolean {
  return (
    rules.before(text, template.before) &&
    rules.between(text, template.between) &&
    rules.behind(text, template.behind) &&
    rules.body(text, template.thought) &&
    rules.body(text, template.answer)
  );
}

/** How the blocks of a think-and-answer template stand in a completion. */
export type TemplateLayout = keyof typeof TEMPLATE_RULES | "soft" | "anywhere" | "react";

type Judge = (text: string, tags: TemplateTags, requireContent: boolean) => Blocks;

const isTemplate =
  (rules: TemplateRules): Judge =>
  (text, tags, requireContent) => {
    const template = readTemplate(text, tags);
    if (template === null || !keepsRules(text, template, rules)) return NEITHER;
    return requireContent && !isFilled(text, template) ? NEITHER : BOTH;
  };

/** The content of the first `<name>…</name>`. */
function firstBlock(text: string, name: string): Span | null {
  const openTag = `<${name}>`;
  const open = text.indexOf(openTag);
  if (open < 0) return null;
  const start = open + openTag.length;
  const end = text.indexOf(`</${name}>`, start);
  return end < 0 ? null : { start, end };
}

/** Whether an answer stands in a code fence or a comment; one that opens in the thinking ends there. */
function isAnswerQuoted(text: string, answer: Span, thought: Span | null, isThoughtQuoted: boolean): boolean {
  if (thought === null || answer.start < thought.end) return isAside(text, answer.start);
  return isAside(text, answer.start, thought.end) !== isThoughtQuoted;
}

/** Each block by itself, wherever it stands but in a code fence or a comment; text may stand around it. */
const hasBlocks: Judge = (text, { think, answer }, requireContent) => {
  const counts = requireContent ? filled : anything;
  const thought = firstBlock(text, think);
  const stated = firstBlock(text, answer);
  const isQuoted = thought !== null && isAside(text, thought.start);
  return {
    thought: thought !== null && !isQuoted && counts(text, thought),
    answer: stated !== null && !isAnswerQuoted(text, stated, thought, isQuoted) && counts(text, stated),
  };
};

/** An answer block behind the end of the thinking, with text before the one and behind the other. */
const hasSoftTemplate: Judge = (text, { think, answer }, requireContent) => {
  const closeTag = `</${think}>`;
  const openTag = `<${answer}>`;
  for (let close = text.indexOf(closeTag); close >= 0; close = text.indexOf(closeTag, close + 1)) {
    const open = skipSpace(text, close + closeTag.length);
    if (!text.startsWith(openTag, open)) continue;
    const stated = { start: open + openTag.length, end: text.indexOf(`</${answer}>`, open) };
    if (stated.end < 0) return NEITHER;
    const thinkTag = text.indexOf(`<${think}>`);
    const isOpened = thinkTag >= 0 && thinkTag < close;
    const thought = { start: isOpened ? thinkTag + think.length + 2 : 0, end: close };
    const isEmpty = requireContent && !(filled(text, thought) && filled(text, stated));
    return isEmpty || isAside(text, isOpened ? thinkTag : 0) ? NEITHER : BOTH;
  }
  return NEITHER;
};

const ACTION = "Action:";
const INPUT = "Action Input:";

/** A thought, then `Action: …` and `Action Input: …` to the end, as an agent writes them. */
const hasAction: Judge = (text, { think }, requireContent) => {
  const tag = `<${think}>`;
  const thought = firstBlock(text, think);
  if (thought?.start !== tag.length || text.includes(tag, 1)) return NEITHER;
  const action = skipSpace(text, thought.end + tag.length + 1);
  const input = text.indexOf(INPUT, action);
  if (!text.startsWith(ACTION, action) || input < 0) return NEITHER;
  const named = { start: action + ACTION.length, end: input };
  const given = { start: input + INPUT.length, end: text.length };
  const isFull = filled(text, thought) && filled(text, named) && hasContent(text, given.start, given.end);
  return requireContent && !isFull ? NEITHER : BOTH;
};

/** Every layout of a think-and-answer template: which of its blocks a completion has. */
export const LAYOUTS: Readonly<Record<TemplateLayout, Judge>> = {
  lines: isTemplate(TEMPLATE_RULES.lines),
  inline: isTemplate(TEMPLATE_RULES.inline),
  tight: isTemplate(TEMPLATE_RULES.tight),
  "line-break": isTemplate(TEMPLATE_RULES["line-break"]),
  soft: hasSoftTemplate,
  anywhere: hasBlocks,
  react: hasAction,
};
