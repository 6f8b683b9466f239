import { describe, expect, it } from "vitest";
import { codeFormat, type CodeFormatOptions, type LanguageColumns, scoreGroups } from "../../../src/index.js";

const answered = (answer: string): string => `<think>\nr\n</think>\n<answer>\n${answer}\n</answer>`;
const fenced = (info: string, code = "x"): string => answered(`\`\`\`${info}\n${code}\n\`\`\``);

async function scoresOf(
  options: CodeFormatOptions,
  completions: readonly string[],
  columns: LanguageColumns = {},
): Promise<unknown> {
  return (await scoreGroups([{ columns, completions }], codeFormat(options))).rewards[0];
}

describe("code_format", () => {
  it.each([
    ["python", "a fence", fenced("python"), 1],
    ["python", "text around the fence", answered("Here:\n```python\nx\n```\nDone."), 1],
    ["python", "a fence within a line", answered("```python x = 1 ```"), 1],
    ["python", "a version", fenced("python3.12"), 1],
    ["python", "a second fence with code", answered("```python\n```\n```python\nx\n```"), 1],
    ["python", "another language", fenced("javascript"), 0],
    ["python", "no language", fenced(""), 0],
    ["python", "no code", fenced("python", " "), 0],
    ["python", "a version alone", answered("```python3\n```"), 0],
    ["python", "the language only", answered("```python```"), 0],
    ["python", "an open fence", answered("```python\nx"), 0],
    ["python", "a fence that closes behind the answer", `${answered("```python\nx")}\n\`\`\``, 0],
    ["python", "a fence in the thinking", "<think>\n```python\nx\n```\n</think>\n<answer>\nno\n</answer>", 0],
    ["python", "a fence without a template", "```python\nx\n```", 0],
    ["c", "a longer name", fenced("cpp"), 0],
    ["c", "a name with signs", fenced("c++"), 0],
    ["c++", "a name with signs", fenced("c++"), 1],
    [".*", "a pattern for a name", fenced("python"), 0],
  ])("for %s, of %s", async (language, _case, completion, score) => {
    expect(await scoresOf({ language }, [completion])).toEqual([score]);
  });

  it("takes the language of the task", async () => {
    const completions = [fenced("rust"), fenced("python")];
    expect(await scoresOf({}, completions, { language: "rust" })).toEqual([1, 0]);
    expect(await scoresOf({}, completions, { language: null })).toEqual([0, 1]);
    expect(await scoresOf({}, completions)).toEqual([0, 1]);
  });

  it.each(["", 42, ["python"], {}])("has no opinion if the language is %j", async (language) => {
    const groups = [{ columns: { language: language as string }, completions: [fenced("python")] }];
    const { rewards, verdicts } = await scoreGroups(groups, codeFormat());
    expect(rewards).toEqual([[null]]);
    expect(verdicts.code_format).toEqual([
      [{ status: "undetermined", fault: "reference", reason: "not_a_language" }],
    ]);
  });

  it("takes the inline layout, and a thought that the prompt has opened", async () => {
    const inline = { layout: "inline", prefilled: true } as const;
    expect(await scoresOf(inline, ["r</think><answer>```python\nx\n```</answer>"])).toEqual([1]);
    expect(await scoresOf({ prefilled: true }, [fenced("python")])).toEqual([0]);
  });
});
