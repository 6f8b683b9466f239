import { type MathSpan, mathSpans } from "../../text/math-spans.js";
import { isPlaceholder } from "../../text/placeholder.js";
import type { Span } from "../../text/span.js";
import { tidied, withoutPunctuation } from "./tidy.js";
import type { Finding } from "./types.js";
import { unitBehind } from "./unit-behind.js";

const DENIAL =
  /^\s*(?:\w+ ){0,2}(?:not|never|neither|unknown|unclear|undetermined|impossible|whatever)\b|^\s*(?:不|pas\b|nicht\b)/i;
const HEDGE =
  /\b(?:maybe|perhaps|possibly|unless|might|not sure|unsure|or so|i guess|but|probably not)\b|\((?:false|wrong|incorrect|no|not)\b|也许|可能|或许|不确定/i;
const OPTION = /(?<![\w\\])\(?[A-E][).:]\s*[^\s)]/g;
/** What stands before a value and says nothing of it. */
const FILLER =
  /^(?:[\s:*_"“]|(?:approximately|about|roughly|around|exactly|simply|just|indeed|therefore|thus|then|clearly|definitely|for sure|certainly|given by|equal to|either|option|choice|the (?:number|set|interval|point|ordered pair|pair|value|matrix|vector|fraction|expression))(?![a-z]))+/i;
/** A digit, a sign, a bracket, a command, a root, a lone letter, a function. */
const VALUE_FIRST =
  /^(?:[-+−±≈]?\s?[$€£¥]?\s?(?:\.?\d|[½⅓⅔¼¾∞π√\\])|[([{|<]|(?!(?:a|i) [a-z])[a-z](?![a-z])|[a-z]+[(^=_])/i;
const SUBJECT_FIRST = /^\s*(?:the\b|\ufffc+\s+(?:is|are|was|equals)\b)/i;
const COPULA = /\b(?:is|are|was|were|equals|be|est|es|ist)\b|[=≈为是]/gi;
/** Where the value ends and the reason for it begins. */
const CLAUSE =
  /[,;:]?\s(?:because|since|as|so|which|where|when|given|it|this|that|with|by|for|if|i\.e|rather|non|hence|thus|therefore|in order|after|not)\b|[,，]?\s?(?:因为|所以|不是|而)|[,;]\s(?!and\b|or\b)[a-z]{2,}|\s[—–]\s|\s\((?=[a-z]{3})/i;
const ALTERNATIVE_BEHIND = /\bor\b[^.]*[\d$\\]/i;
const LIST_GAP = /^(?:[,;]?\s*(?:and|or)|[,;、，和或])?$/i;
/** Words that make a number something other than the answer: a denial, a bound, or what it numbers. */
const DENIED_NUMBER =
  /\b(?:not|cannot|never|no|neither|wrong|false|incorrect|except|without|(?:greater|less|more|fewer|larger|smaller|bigger|higher|lower) than|at (?:least|most)|between|above|below|up to|(?:step|part|section|chapter|page|line|figure|table|equation|question|problem|example)s? \(?\d)\b|n[’']t\b|不/i;
/** The answer to a question that is answered by yes or no. */
const NO = /^\s*no[\s.*_]*$/i;
const NUMBER =
  /(?<![\w.,/^\\-])(?<![-−≥≤≠<>±∓!√*×÷]\s?\(?)[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\/\d+)?(?![\w/^]|[.,]\d)(?:\s?\\?%)?/g;
const NUMBER_FIRST = /^[-−]?[$€£¥]?\d[\d.,/]*(?=\s)/;
const SHORT_TAIL = /^ [a-z]+(?: [a-z]+)?\s*$/i;
const FUNCTION_WORD_FIRST = /^(?:of|in|on|at|to|from|left|more|such|different|possible|total|altogether)\b/i;
/** Words behind a number that make another number of it: "3 more than x", "3 million dollars". */
const FACTOR_BEHIND =
  /\b(?:than|times|plus|minus|divided|squared|cubed|factorial|dozen|hundred|thousand|million|billion|trillion)\b|(?<![\w'’])[b-hj-z](?![\w'’.])/i;
const MOST_TAIL_WORDS = 2;
const MOST_WORDS = 6;
const MATH_FILLER = "\ufffc";

/** A stretch of a text in which a value is looked for. */
interface Scope {
  readonly text: string;
  readonly offset: number;
  readonly raw: string;
  /** The same, with its math blotted out, so that only words are read as words. */
  readonly prose: string;
  readonly spans: readonly MathSpan[];
}

type Found = Finding | null | undefined;

function toScope(text: string, start: number, end: number): Scope {
  const raw = text.slice(start, end);
  const spans = mathSpans(raw);
  let prose = "";
  let from = 0;
  for (const { span } of spans) {
    prose += raw.slice(from, span.start) + MATH_FILLER.repeat(span.end - span.start);
    from = span.end;
  }
  return { text, offset: start, raw, prose: prose + raw.slice(from), spans };
}

const ENCLOSED_EQUATION = /^\(([^()=]*=[^()]*)\)$/;

/** The stretch of the scope as an answer, if it says anything. */
function toFinding({ text, offset }: Scope, from: number, to: number): Found {
  const span: Span = withoutPunctuation(text, { start: offset + from, end: offset + to });
  const inner = tidied(text.slice(span.start, span.end)).replace(/[\s.,;:]$/, "");
  const value = ENCLOSED_EQUATION.exec(inner)?.[1] ?? inner;
  return isPlaceholder(value) || value.includes("\\boxed") ? undefined : { text: value, span };
}

/** A value set in math, with those behind it that make a list with it, and its unit. */
function mathValue(scope: Scope, index: number): Found {
  const { raw, prose, spans } = scope;
  const first = spans[index] as MathSpan;
  let last = first;
  for (const next of spans.slice(index + 1)) {
    if (!LIST_GAP.test(raw.slice(last.span.end, next.span.start).trim())) break;
    last = next;
  }
  const rest = prose.slice(last.span.end);
  if (/^\s*[=≈]/.test(rest)) return bareValue(scope, first.span.start);
  if (ALTERNATIVE_BEHIND.test(raw.slice(last.span.end))) return null;
  const unit = unitBehind(raw, last.content, last.span.end);
  if (unit !== null) {
    const found = toFinding(scope, first.span.start, last.span.end);
    return (
      found && {
        text: found.text + unit.text,
        span: { start: found.span.start, end: scope.offset + unit.end },
      }
    );
  }
  const isShort = SHORT_TAIL.test(rest) && !CLAUSE.test(rest);
  return toFinding(scope, first.span.start, isShort ? raw.length : last.span.end);
}

/** Where a number ends that words follow: with its unit if they are few, else without. */
function withoutTail(value: string): number {
  const number = NUMBER_FIRST.exec(value)?.[0].length ?? value.length;
  const tail = value.slice(number).trim();
  if (/\d/.test(tail) || FACTOR_BEHIND.test(tail)) return value.length;
  return FUNCTION_WORD_FIRST.test(tail) || tail.split(/\s+/).length > MOST_TAIL_WORDS ? number : value.length;
}

/** A value that is written among words: all until the clause ends. */
function bareValue(scope: Scope, from: number): Found {
  const { raw, prose } = scope;
  const clause = CLAUSE.exec(prose.slice(from))?.index ?? 0;
  const end = clause > 0 ? from + clause : raw.length;
  if (ALTERNATIVE_BEHIND.test(raw.slice(end))) return null;
  return toFinding(scope, from, from + withoutTail(raw.slice(from, end)));
}

/** The only number of a sentence that begins with words. */
function onlyNumber(scope: Scope, from: number): Found {
  const words = scope.prose.slice(from);
  if (NO.test(words)) return bareValue(scope, from);
  if (DENIED_NUMBER.test(words)) return undefined;
  const numbers = [...words.matchAll(NUMBER)];
  const [number] = numbers;
  if (number === undefined) {
    const isShort = scope.raw.slice(from).trim().split(/\s+/).length <= MOST_WORDS;
    return isShort ? bareValue(scope, from) : undefined;
  }
  if (numbers.some(([other]) => other !== number[0])) return undefined;
  return toFinding(scope, from + number.index, from + number.index + number[0].length);
}

function lastCopulaEnd({ prose }: Scope, from: number): number {
  let end = -1;
  COPULA.lastIndex = from;
  for (let match = COPULA.exec(prose); match !== null; match = COPULA.exec(prose)) end = COPULA.lastIndex;
  return end >= 0 && prose.slice(end).trim() !== "" ? end : -1;
}

function valueFrom(scope: Scope, from: number, mayCopula: boolean): Found {
  if (DENIAL.test(scope.prose.slice(from))) return undefined;
  const start = from + (FILLER.exec(scope.prose.slice(from))?.[0].length ?? 0);
  const index = scope.spans.findIndex(({ span }) => span.start === start);
  const copula = mayCopula ? lastCopulaEnd(scope, start) : -1;
  if (copula >= 0 && SUBJECT_FIRST.test(scope.prose.slice(from))) return valueFrom(scope, copula, false);
  if (index >= 0) return mathValue(scope, index);
  if (VALUE_FIRST.test(scope.raw.slice(start, start + 40))) return bareValue(scope, start);
  if (copula >= 0) return valueFrom(scope, copula, false);
  const math = scope.spans.findIndex(
    ({ span, content }) => span.start >= start && content.end - content.start > 1,
  );
  return math >= 0 ? mathValue(scope, math) : onlyNumber(scope, start);
}

/**
 * The value that a statement gives, which begins behind its verb: math, a number with its unit, or a few words, without
 * the reasons behind it.
 *
 * @returns `undefined` if it states no value (a denial, a list of options); `null` if it hedges between several.
 */
export function sentenceValue(text: string, start: number, end: number): Found {
  const scope = toScope(text, start, end);
  if (HEDGE.test(scope.prose)) return null;
  if ((scope.prose.match(OPTION)?.length ?? 0) > 1) return undefined;
  return valueFrom(scope, 0, true);
}

const DIRECT =
  /^[\s:*_]{0,8}(?:(?:approximately|about|exactly|simply|just|only|equal to|therefore|then)\s){0,2}[*_]{0,3}(?:\ufffc+|[-−]?[$€£¥]?\d[\d.,/]{0,40}%?)(?:,?\s(?:and\s)?(?:\ufffc+|[-−]?\d[\d.,/]{0,40})){0,8}[*_]{0,3}(?:(?:\s[a-z]+){0,2}[*_]{0,3}|,?\swhich\sis\s(?:about|approximately|roughly)\s[\d.\ufffc]+%?)$/i;

/**
 * The value of a statement that gives nothing but a value or a list of them, with two words behind it at most, "12
 * square meters", or its decimals.
 */
export function directValue(text: string, start: number, end: number): Found {
  return DIRECT.test(toScope(text, start, end).prose) ? sentenceValue(text, start, end) : undefined;
}
