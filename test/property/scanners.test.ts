import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractAnswer, extractReference } from "../../src/math/index.js";
import {
  answerPart,
  codePointLength,
  countOccurrences,
  lastBoxed,
  lastFinalAnswer,
  lastTagged,
  type Span,
} from "../../src/text/index.js";
import { anyText, hostileText, plainText, word } from "./texts.js";

const slice = (text: string, span: Span | null): string | null => span && text.slice(span.start, span.end);

const SCANNERS: readonly (readonly [string, (text: string) => Span | null])[] = [
  ["answerPart", answerPart],
  ["lastBoxed", lastBoxed],
  ["lastFinalAnswer", lastFinalAnswer],
  ["lastTagged", (text) => lastTagged(text, "answer")],
  ["extractAnswer", (text) => extractAnswer(text)?.span ?? null],
  ["extractReference", (text) => extractReference(text)?.span ?? null],
];

describe.each(SCANNERS)("%s", (_name, scan) => {
  it("returns a span within the text, and the same one again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const span = scan(text);
        expect(scan(text)).toEqual(span);
        if (span === null) return;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("lastBoxed", () => {
  it("finds the box that is put in behind any text", () => {
    fc.assert(
      fc.property(hostileText, plainText, plainText, (before, content, behind) => {
        const text = `${before} \\boxed{${content}}${behind}`;
        expect(slice(text, lastBoxed(text))).toBe(content);
      }),
      { numRuns: 500 },
    );
  });

  it("finds the whole content however deeply braces are nested", () => {
    const nested = fc.letrec<{ content: string }>((tie) => ({
      content: fc.oneof(
        { maxDepth: 5 },
        plainText,
        fc.tuple(plainText, tie("content"), plainText).map(([a, b, c]) => `${a}{${b}}${c}`),
      ),
    })).content;
    fc.assert(
      fc.property(nested, (content) => {
        const text = `\\boxed{${content}}`;
        expect(slice(text, lastBoxed(text))).toBe(content);
      }),
    );
  });

  it("finds balanced content", () => {
    const depth = (text: string): number => countOccurrences(text, "{") - countOccurrences(text, "}");
    fc.assert(
      fc.property(anyText, (text) => {
        const unescaped = text.replace(/\\[{}\\]/g, "");
        const found = slice(unescaped, lastBoxed(unescaped));
        expect(found === null ? 0 : depth(found)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("lastTagged", () => {
  it("finds the content that is put in behind any text", () => {
    fc.assert(
      fc.property(hostileText, plainText, plainText, (before, content, behind) => {
        const text = `${before}<answer>${content}</answer>${behind}`;
        expect(slice(text, lastTagged(text, "answer"))).toBe(content);
      }),
    );
  });
});

describe("lastFinalAnswer", () => {
  it("finds the word that is put in behind any text", () => {
    const phrase = fc.constantFrom(
      "The answer is ",
      "Answer: ",
      "#### ",
      "so the final answer is: ",
      "答案是",
    );
    fc.assert(
      fc.property(hostileText, phrase, word, plainText, (before, opening, answer, behind) => {
        const text = `${before}\n${opening}${answer}\n${behind}`;
        expect(slice(text, lastFinalAnswer(text))?.trim()).toBe(answer);
      }),
      { numRuns: 500 },
    );
  });
});

describe("answerPart", () => {
  it("is what follows the last closing tag", () => {
    fc.assert(
      fc.property(hostileText, plainText, (thought, answer) => {
        const text = `<think>${thought}</think>${answer}`;
        expect(slice(text, answerPart(text))).toBe(answer);
      }),
    );
  });
});

describe("extractAnswer", () => {
  it("finds nothing that stands in the thinking only", () => {
    fc.assert(
      fc.property(hostileText, plainText, (thought, rest) => {
        expect(extractAnswer(`<think>${thought}</think>${rest}`)).toBeNull();
        expect(extractAnswer(`${thought}<think>\\boxed{${rest}}`)).toBeNull();
      }),
    );
  });

  it("returns the text of its span", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = extractAnswer(text);
        expect(answer?.text).toBe(slice(text, answer?.span ?? null)?.trim());
        expect(answer?.text).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

describe("codePointLength", () => {
  it("is the number of code points", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(codePointLength(text)).toBe(Array.from(text).length);
      }),
    );
  });
});
