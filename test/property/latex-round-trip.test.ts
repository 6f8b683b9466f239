import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, printLatex } from "../../src/math/latex/index.js";
import { answer, isWritable, tree } from "./latex-trees.js";
import { anyText } from "./texts.js";

describe("printLatex", () => {
  it("writes every tree as LaTeX that parses to the same tree", () => {
    fc.assert(
      fc.property(tree.filter(isWritable), (node) => {
        expect(parse(printLatex(node))).toEqual(node);
      }),
      { numRuns: 3000 },
    );
  });

  it("writes what was parsed from any text as LaTeX that parses to the same tree", () => {
    fc.assert(
      fc.property(fc.oneof(answer, anyText), (text) => {
        const node = parse(text);
        fc.pre(node.kind !== "failure");
        expect(parse(printLatex(node))).toEqual(node);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("parse", () => {
  it("returns a tree or a failure for any text, and the same one again", () => {
    fc.assert(
      fc.property(fc.oneof(answer, anyText, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
        expect(parse(text)).toEqual(parse(text));
      }),
      { numRuns: 2000 },
    );
  });
});
