import { describe, expect, it } from "vitest";
import { strictFormat } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

const TEMPLATE = "<reasoning>\nr\n</reasoning>\n<answer>\n42\n</answer>";
const LONGER = "<reasoning>\na\nb\n</reasoning>\n<answer>\n42\n</answer>";

describe("strict_format", () => {
  it.each([
    ["the template", TEMPLATE, 0.5, 0],
    ["a line break at the end", `${TEMPLATE}\n`, 0.5, 0.5],
    ["two line breaks at the end", `${TEMPLATE}\n\n`, 0.5, 0.5],
    ["three line breaks at the end", `${TEMPLATE}\n\n\n`, 0.5, 0],
    ["several lines", `${LONGER}\n`, 0.5, 0],
    ["tags within lines", "<reasoning>r</reasoning>\n<answer>42</answer>\n", 0, 0],
    ["no content", "<reasoning>\n \n</reasoning>\n<answer>\n \n</answer>\n", 0, 0],
    ["text behind", `${TEMPLATE}\nso\n`, 0, 0],
    ["text before", `so\n${TEMPLATE}\n`, 0, 0],
    ["the template twice", `${TEMPLATE}\n${TEMPLATE}\n`, 0, 0],
    ["other tags", TEMPLATE.replaceAll("reasoning", "think"), 0, 0],
    ["nothing", "", 0, 0],
  ])("of %s", async (_case, completion, score, asInTheDemo) => {
    expect(await scoreOf(strictFormat(), completion)).toBe(score);
    expect(await scoreOf(strictFormat({ preset: "will-brown" }), completion)).toBe(asInTheDemo);
  });
});
