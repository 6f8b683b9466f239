import { describe, expect, it } from "vitest";
import { planAudit } from "../../../../src/cli/audit/plan-audit.js";
import { readTraits } from "../../../../src/cli/audit/traits.js";

const REWARD = { type: "python", module: "m", function: "f" } as const;

describe("traits of the command line", () => {
  it("become those of the kit: lists by commas, JSON, nested names", () => {
    expect(readTraits("format", { filled: "answer", tags: '["<a>","</a>"]', prefilled: "true" })).toEqual({
      format: { filled: ["answer"], tags: ["<a>", "</a>"], prefilled: true },
    });
    expect(readTraits("format", { repeatable: "" })).toEqual({ format: { repeatable: [] } });
    expect(
      readTraits("length", { unit: "tokens", "trend.right": "rising", "points.right": "[[10, 0.5]]" }),
    ).toEqual({ length: { unit: "tokens", trend: { right: "rising" }, points: { right: [[10, 0.5]] } } });
    expect(readTraits("composite", { weights: "1,-0.5" })).toEqual({ composite: { weights: [1, -0.5] } });
    expect(readTraits("composite", { weights: "2" })).toEqual({ composite: { weights: [2] } });
    expect(readTraits("any", {})).toEqual({});
  });

  it("of a template become what fills it, with \\n for a line break", () => {
    const { format } = readTraits("format", { template: "<think>{thought}</think>\\n{answer}" });
    expect(format?.write?.("{answer}", "b")).toBe("<think>{answer}</think>\nb");
    const { countdown } = readTraits("countdown", { template: "Assistant: <answer>{answer}</answer>" });
    expect(countdown?.write?.("1 + 2")).toBe("Assistant: <answer>1 + 2</answer>");
  });

  it.each([
    ["format", { unit: "tokens" }, '"unit" is no trait of the kind format, whose traits are template'],
    ["judge", { unit: "tokens" }, "which has none"],
    ["length", { unit: "metres" }, "The trait unit"],
    ["format", { template: "no place" }, "The trait template"],
    ["length", { constructor: "1" }, "no trait"],
  ] as const)("of the kind %s: %j is a mistake", (kind, given, message) =>
    expect(() => readTraits(kind, given)).toThrow(message),
  );
});

describe("the plan of an audit", () => {
  it("probes a reward with what does well by its kind", async () => {
    const completion = async (kind: "format" | "countdown" | "any"): Promise<string> =>
      (await planAudit(REWARD, { kind, trait: {} })).probe.completion;
    expect(await completion("format")).toBe("<think>\na\n</think>\n<answer>\nb\n</answer>");
    expect(await completion("countdown")).toBe("<answer>25 + 60 - 3 - 8</answer>");
    expect(await completion("any")).toBe("The answer is \\boxed{42}.");
  });

  it("has a row with the column that is named, or all usual ones; none for a format", async () => {
    const columns = async (kind: "judge" | "format", goldColumn?: string): Promise<unknown> => {
      const { probe } = await planAudit(REWARD, { kind, trait: {}, ...(goldColumn && { goldColumn }) });
      return probe.columns;
    };
    expect(await columns("judge", "answer")).toEqual({ answer: "42" });
    expect(await columns("judge")).toMatchObject({ solution: "42", answer: "42", ground_truth: "42" });
    expect(await columns("format")).toEqual({});
  });

  it("refuses what is of rewards only for a verifier", async () => {
    await expect(planAudit(REWARD, { trait: { unit: "x" }, group: true })).rejects.toThrow(
      "--group, --trait: of rewards only",
    );
  });

  it("takes the kind of a reward of this library, unless another one is asked for", async () => {
    const builtin = (name: string) => ({ type: "builtin", name }) as const;
    expect(await planAudit(builtin("tag_count"), { trait: {} })).toMatchObject({ kind: "format" });
    expect(await planAudit(builtin("tag_count"), { trait: {}, kind: "any" })).toMatchObject({ kind: "any" });
    await expect(planAudit(builtin("countdown"), { trait: {}, kind: "verifier" })).rejects.toThrow(
      "countdown reads target, numbers",
    );
    await expect(planAudit(builtin("regex_format"), { trait: {} })).rejects.toThrow("--options");
    await expect(
      planAudit(builtin("regex_format"), { trait: {}, options: { pattern: 1 } }),
    ).rejects.not.toThrow("--options");
  });
});
