import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EXTRACT_PRESETS,
  extractAnswer,
  extractReference,
  type ExtractOptions,
} from "../../src/math/extract/index.js";
import {
  answerPart,
  boxes,
  codePointLength,
  countOccurrences,
  lastMarked,
  lastTagged,
  mathSpans,
  sentenceEnd,
  type Span,
} from "../../src/text/index.js";
import { anyText, hostileText, plainText } from "./texts.js";

const slice = (text: string, span: Span | null): string | null => span && text.slice(span.start, span.end);

const SCANNERS: readonly (readonly [string, (text: string) => Span | null])[] = [
  ["answerPart", answerPart],
  ["boxes", (text) => boxes(text).at(-1)?.content ?? null],
  ["lastMarked", lastMarked],
  ["mathSpans", (text) => mathSpans(text).at(-1)?.span ?? null],
  ["sentenceEnd", (text) => ({ start: 0, end: sentenceEnd(text, 0) })],
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

/** The content of the last box. */
const lastBox = (text: string): string | null => slice(text, boxes(text).at(-1)?.content ?? null);

describe("boxes", () => {
  it("finds the box that is put in behind any text", () => {
    fc.assert(
      fc.property(hostileText, plainText, plainText, (before, content, behind) => {
        const text = `${before} \\boxed{${content}}${behind}`;
        expect(lastBox(text)).toBe(content);
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
        expect(lastBox(text)).toBe(content);
      }),
    );
  });

  it("finds balanced content", () => {
    const depth = (text: string): number => countOccurrences(text, "{") - countOccurrences(text, "}");
    fc.assert(
      fc.property(anyText, (text) => {
        const unescaped = text.replace(/\\[{}\\]/g, "");
        const found = lastBox(unescaped);
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

describe("mathSpans", () => {
  it("are in order, apart, and hold their contents", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let end = 0;
        for (const { span, content } of mathSpans(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(content.start).toBeGreaterThanOrEqual(span.start);
          expect(content.end).toBeLessThanOrEqual(span.end);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
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

const OPTIONS: readonly ExtractOptions[] = [
  {},
  { several: "reject" },
  { thinking: "prefilled" },
  { thinking: "none", lastNumber: true },
  { methods: ["choice", "bold", "math_span"] },
  ...Object.values(EXTRACT_PRESETS),
];

describe("extractAnswer", () => {
  it("reads what follows the thinking only", () => {
    fc.assert(
      fc.property(hostileText, plainText, (thought, rest) => {
        expect(extractAnswer(`<think>${thought}</think>${rest}`)?.text).toBe(extractAnswer(rest)?.text);
        expect(extractAnswer(`${thought}<think>\\boxed{${rest}}`)).toBeNull();
      }),
    );
  });

  it("returns an answer that says something, and where it stands, whatever the options", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...OPTIONS), (text, options) => {
        const answer = extractAnswer(text, options);
        if (answer === null) return;
        expect(answer.text.trim()).not.toBe("");
        expect(slice(text, answer.span)?.trim()).not.toBe("");
        if (answer.parts !== undefined) expect(answer.parts.length).toBeGreaterThan(1);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds the box that is put in behind any text, and the same in a box again", () => {
    fc.assert(
      fc.property(hostileText, fc.integer(), (before, value) => {
        const { text } = extractAnswer(`${before}.\n\n\\boxed{${value}}`, { thinking: "none" }) ?? {};
        expect(text).toBe(String(value));
        expect(extractAnswer(`\\boxed{${text ?? ""}}`)?.text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("finds the statement that is put in behind any text", () => {
    const phrase = fc.constantFrom("The answer is ", "Answer: ", "so the final answer is: ", "答案是");
    fc.assert(
      fc.property(hostileText, phrase, fc.integer(), plainText, (before, opening, value, behind) => {
        const text = `${before}\n${opening}${value}.\n${behind}`;
        const answer = extractAnswer(text, { methods: ["final_sentence"], thinking: "none" });
        expect(answer?.text).toBe(String(value));
      }),
      { numRuns: 500 },
    );
  });

  it("rejects no more than it takes", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const strict = extractAnswer(text, { several: "reject" });
        if (strict !== null) expect(extractAnswer(text)).toEqual(strict);
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
