import { describe, expect, it } from "vitest";
import { reasoningSteps } from "../../../src/index.js";
import { scoreOf } from "./scoring.js";

describe("reasoning_steps", () => {
  it.each([
    ["numbered lines", "1. a\n2. b\n3. c", 3, 1],
    ["numbers with brackets", "1) a\n2) b\n3) c", 3, 0],
    ["steps", "Step 1: a\nStep 2: b", 2, 2],
    ["steps in bold", "**Step 1:** a\n**Step 2:** b", 2, 2],
    ["headings", "### Step 1: a\n### step 2: b", 2, 1],
    ["words", "First, a.\nSecond, b.\nFinally, c.", 3, 3],
    ["other words", "Secondly, a.\nThen, b.", 2, 0],
    ["bullets", "- a\n* b\n• c", 3, 1],
    ["marks within a line", "First, a. Second, b. Next, c.", 1, 3],
    ["rules", "a\n---\nb\n---\nc", 0, 2],
    ["negative numbers", "a\n-5\n-6", 0, 2],
    ["decimals", "1.5 is\n2.5 less", 0, 1],
    ["marks without text", "First,Second,Next,", 0, 0],
    ["numbers without text", "1. \n2. \n3. ", 0, 1],
    ["the same step again", "First, a.\nFirst, a.\nFirst, a.", 1, 1],
    ["two marks of one step", "1. Step 1: a\n2. Step 2: b", 2, 2],
    ["prose", "There are 42.", 0, 0],
    ["nothing", "", 0, 0],
  ])("of %s", async (_case, completion, steps, stepsOfOpenR1) => {
    expect(await scoreOf(reasoningSteps(), completion)).toBe(steps / 3);
    expect(await scoreOf(reasoningSteps({ preset: "open-r1" }), completion)).toBe(stepsOfOpenR1 / 3);
  });

  it("stops at the target", async () => {
    const completion = "1. a\n2. b\n3. c";
    expect(await scoreOf(reasoningSteps({ target: 2 }), completion)).toBe(1);
    expect(await scoreOf(reasoningSteps({ target: 6 }), completion)).toBe(0.5);
  });

  it("asks for the length of a step", async () => {
    expect(await scoreOf(reasoningSteps({ minLength: 5, target: 2 }), "1. a b\n2. add 😀😀")).toBe(0.5);
  });

  it.each([{ target: 0 }, { target: 1.5 }, { minLength: 0 }])("refuses %j", (options) => {
    expect(() => reasoningSteps(options)).toThrow(expect.objectContaining({ code: "bad_options" }));
  });
});
