import type { TestCase } from "./test-case.js";

const OPENING = "([{";
const CLOSING = ")]}";
const QUOTES = `"'`;

/** The index behind a string literal of Python that begins at `at`. */
function stringEnd(text: string, at: number): number {
  const quote = text.charAt(at);
  const triple = quote.repeat(3);
  const end = text.startsWith(triple, at) ? triple : quote;
  let i = at + end.length;
  while (i < text.length && !text.startsWith(end, i)) i += text.charAt(i) === "\\" ? 2 : 1;
  return i + end.length;
}

/** What the scan of an expression looks for, outside of brackets and strings. */
interface Places {
  /** Where `==` stands, if just once. */
  equals: number;
  /** Where a comma ends the assertion and begins its message; the text's end if there is none. */
  end: number;
  /** Whether something else decides: another comparison, or a connective. */
  isOther: boolean;
}

const OTHER = /[<>!]=?|\b(?:and|or|not|in|is|if|lambda|for)\b/y;

function scan(text: string): Places {
  const places: Places = { equals: -1, end: text.length, isOther: false };
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (QUOTES.includes(character)) i = stringEnd(text, i) - 1;
    else if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) depth--;
    else if (depth === 0) {
      if (character === "," || character === "#") {
        places.end = i;
        break;
      }
      i = noteOperator(text, i, places);
    }
  }
  return places;
}

/** Notes a comparison that begins at `at`; returns the index of its last character. */
function noteOperator(text: string, at: number, places: Places): number {
  if (text.startsWith("==", at)) {
    places.isOther ||= places.equals >= 0;
    places.equals = at;
    return at + 1;
  }
  OTHER.lastIndex = at;
  const isWordStart = at === 0 || !/\w/.test(text.charAt(at - 1));
  if (isWordStart || /[<>!]/.test(text.charAt(at))) places.isOther ||= OTHER.test(text);
  return at;
}

/**
 * The test that an assertion of Python makes: `assert f(1) == 2` asks for the value of `f(1)`, and what it should be is
 * computed without the submitted program, which thus cannot say that anything equals anything. `assert f(1)` asks for
 * True, `assert not f(1)` for False. `null` for other assertions.
 */
export function readAssert(line: string): TestCase | null {
  const trimmed = line.trim();
  if (!/^assert\b/.test(trimmed)) return null;
  const text = trimmed.slice("assert".length).trim();
  const isNegated = /^not\b/.test(text);
  const body = isNegated ? text.slice("not".length) : text;
  const { equals, end, isOther } = scan(body);
  if (isOther || (isNegated && equals >= 0)) return null;
  if (equals < 0) return truth(body.slice(0, end).trim(), !isNegated);
  const [asked, wanted] = [body.slice(0, equals).trim(), body.slice(equals + 2, end).trim()];
  if (asked === "" || wanted === "") return null;
  return { input: { kind: "expression", text: asked }, expected: { kind: "expression", text: wanted } };
}

function truth(asked: string, value: boolean): TestCase | null {
  if (asked === "") return null;
  return {
    input: { kind: "expression", text: `bool(${asked})` },
    expected: { kind: "value", values: [value] },
  };
}
