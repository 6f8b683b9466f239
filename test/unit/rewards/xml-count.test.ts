import { describe, expect, it } from "vitest";
import { xmlCount } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

const TEMPLATE = "<reasoning>\nr\n</reasoning>\n<answer>\n42\n</answer>";

describe("xml_count", () => {
  it.each([
    ["the template", TEMPLATE, 0.5],
    ["a line break at the end", `${TEMPLATE}\n`, 0.5],
    ["ten characters more", `${TEMPLATE}\n${"😀".repeat(10)}`, 0.49],
    ["a long tail", `${TEMPLATE}\n${"x".repeat(5000)}`, 0],
    ["a long thought", TEMPLATE.replace("r\n", `${"r".repeat(5000)}\n`), 0.5],
    ["no end", "<reasoning>\nr\n</reasoning>\n<answer>\n42", 0.375],
    ["a tag twice", `<reasoning>\n${TEMPLATE}`, 0.375],
    ["every tag, in another order", "\n<answer>\n42\n</answer>\n<reasoning>\nr\n</reasoning>\n", 0.348],
    ["nothing", "", 0],
  ])("of %s", async (_case, completion, score) => {
    expect(await scoreOf(xmlCount(), completion)).toBeCloseTo(score, 12);
  });

  it("falls without bound, and charges for the whole completion, as the demo does", async () => {
    const demo = xmlCount({ preset: "will-brown" });
    expect(await scoreOf(demo, `${TEMPLATE}\n${"x".repeat(1000)}`)).toBeCloseTo(-1.5, 12);
    expect(await scoreOf(demo, TEMPLATE)).toBeCloseTo(0.5 - 0.001 * (TEMPLATE.length - 1), 12);
  });

  it("stops at another floor", async () => {
    expect(await scoreOf(xmlCount({ floor: -1 }), `${TEMPLATE}\n${"x".repeat(9000)}`)).toBe(-1);
  });
});
