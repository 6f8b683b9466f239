import { describe, expect, it } from "vitest";
import { softFormat } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

describe("soft_format", () => {
  it.each([
    ["the demo's own layout", "<reasoning>\nr\n</reasoning>\n<answer>\n42\n</answer>\n", 0.5, 0],
    ["blocks within lines", "<reasoning>r</reasoning> \n\t<answer>42</answer>\n", 0.5, 0.5],
    ["Python's white space", "<reasoning>r</reasoning>\u001c<answer>42</answer>", 0.5, 0.5],
    ["a line separator in a block", "<reasoning>a\u2028b</reasoning><answer>42</answer>", 0.5, 0.5],
    ["text between", "<reasoning>r</reasoning> so <answer>42</answer>", 0, 0],
    ["a byte order mark between", "<reasoning>r</reasoning>\ufeff<answer>42</answer>", 0, 0],
    ["text behind", "<reasoning>r</reasoning><answer>42</answer> so", 0, 0],
    ["white space before", " <reasoning>r</reasoning><answer>42</answer>", 0, 0],
    ["no content", "<reasoning></reasoning><answer></answer>", 0, 0],
    ["two answers", "<reasoning>r</reasoning><answer>42</answer><answer>43</answer>", 0, 0],
    ["the wrong order", "<answer>42</answer><reasoning>r</reasoning>", 0, 0],
    ["nothing", "", 0, 0],
  ])("of %s", async (_case, completion, score, asInTheDemo) => {
    expect(await scoreOf(softFormat(), completion)).toBe(score);
    expect(await scoreOf(softFormat({ preset: "will-brown" }), completion)).toBe(asInTheDemo);
  });
});
