import { describe, expect, it } from "vitest";
import { words } from "../../../src/text/index.js";

describe("words", () => {
  it.each([
    ["nothing", "", []],
    ["signs only", "?! … --", []],
    ["words and numbers", "It's 3.5 m², so?", ["It", "s", "3", "5", "m²", "so"]],
    ["marks on letters", "e\u0301tude नमस्ते", ["e\u0301tude", "नमस्ते"]],
    ["separators without width", "a\u200bb\ufeffc\u00add", ["a", "b", "c", "d"]],
    ["Chinese and Japanese", "数学 ok かな", ["数", "学", "ok", "か", "な"]],
    ["letters beyond the basic plane", "𝐱𝐲 😀 𠀀𠀁", ["𝐱𝐲", "𠀀", "𠀁"]],
    ["lone surrogates", "a\ud83db\ude00", ["a", "b"]],
    ["the longest word", "x".repeat(40), ["x".repeat(40)]],
  ])("of %s", (_case, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("reads longer runs character by character, wherever they stand", () => {
    expect(words(`so ${"ab".repeat(21)} on`)).toEqual([
      "so",
      ...Array<string[]>(21).fill(["a", "b"]).flat(),
      "on",
    ]);
    expect(words(`so ${"😀 !".repeat(21)}`)).toEqual(["so", ...Array<string[]>(21).fill(["😀", "!"]).flat()]);
  });

  it("counts no white space in a long gap", () => {
    expect(words(`a${" \n".repeat(100)}!${" ".repeat(100)}b`)).toEqual(["a", "b"]);
  });
});
