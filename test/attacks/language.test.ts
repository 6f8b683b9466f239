import { describe, expect, it } from "vitest";
import { diversity, languageConsistency, type RolloutReward } from "../../src/index.js";
import { scoreOf, scoresOf } from "../unit/rewards/scoring.js";

const english: RolloutReward = languageConsistency();
const repeat = (text: string): string => Array<string>(40).fill(text).join(" ");

describe("language_consistency gives nothing for", () => {
  it.each([
    ["K1 nothing", ""],
    ["K1 white space", " \n\t".repeat(100)],
    ["K1 signs without width", "\u200b".repeat(100)],
    ["K2 signs", repeat("?!")],
    ["K8 gibberish in Latin script", "xqz fjw plok vreth mlor zixq wabble gorf thun prax ".repeat(9)],
    ["K8 gibberish in short sentences", "Xqz fjw. Plok vreth. Mlor zixq. Wabble gorf. Thun prax. ".repeat(9)],
    ["K8 mixed scripts", repeat("数 слово λόγος ดี")],
    ["K23 a fence", `\`\`\`\n${repeat("and the code")}\n\`\`\``],
    ["K24 digits", repeat("123 456")],
    ["K26 math", repeat("$x = y$")],
    ["single letters", repeat("a b c")],
    ["Latin letters of another alphabet", repeat("tһe аnd оf")],
    ["K62 lone surrogates", repeat("\ud83d \ude00")],
  ])("%s", async (_trick, completion) => {
    expect(await scoreOf(english, completion)).toBe(0);
  });
});

describe("diversity gives nothing for", () => {
  it.each([
    ["K1 nothing", ["", "", "one two three"]],
    ["copies", ["one two three four", "one two three four"]],
    ["copies with other signs", ["one two three four", "One,\u200btwo\nTHREE — four!"]],
    ["copies, one of them repeated", ["one two three", "one two three".repeat(1)]],
  ])("%s", async (_trick, completions) => {
    expect((await scoresOf(diversity(), completions))[0]).toBe(0);
  });

  it("no answer, where answers are compared", async () => {
    const completions = ["I cannot tell.", "\\boxed{}", "\\boxed{42}"];
    expect(await scoresOf(diversity({ measure: "answers" }), completions)).toEqual([0, 0, 1]);
  });
});
