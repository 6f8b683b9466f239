import type { CatalogueCase } from "./case.js";

const answered = (answer: string): string => `<think>\nr\n</think>\n<answer>\n${answer}\n</answer>`;

const codeFormatCase: CatalogueCase = {
  groups: [
    {
      columns: {},
      completions: [
        answered("```python\nx = 1\n```"),
        answered("```rust\nlet x = 1;\n```"),
        "<think>r</think><answer>```python\nx = 1\n```</answer>",
      ],
    },
    {
      columns: { language: null },
      prompt: "Write x = 1.<think>\n",
      completions: ["r\n</think>\n<answer>\n```python\nx = 1\n```\n</answer>"],
    },
    { columns: { language: "c++" }, completions: [answered("```c++\nint x = 1;\n```")] },
  ],
  shownElsewhere: { preset: "the defaults are the preset's" },
  others: { language: "rust" },
  columns: { language: ["python", "c++", "(", "", null, 42] },
};

export default codeFormatCase;
