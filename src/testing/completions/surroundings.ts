/** A text around the sentence that states the final answer, which does not change what that is. */
export interface Surrounding {
  readonly title: string;
  readonly write: (stated: string, random: number) => string;
}

const PROSE = "We first simplify, then substitute. ";
const CHECKED = "We go through it once more, and it holds. ";

/** What may stand around a final answer. */
export const SURROUNDINGS: readonly Surrounding[] = [
  { title: "a sentence", write: (stated) => `So the answer is ${stated}` },
  { title: "a full stop behind it", write: (stated) => `Therefore ${stated}.` },
  { title: "line breaks", write: (stated) => `\n\n${stated}\n\n` },
  { title: "other numbers before it", write: (stated) => `From 17 and 3/4 we get 1999 cases. ${stated}` },
  { title: "a fraction before it", write: (stated) => `Since $\\frac{5}{11}$ is small, ${stated}` },
  { title: "thinking", write: (stated) => `<think>12</think>${stated}` },
  {
    title: "another answer in the thinking",
    write: (stated) => `<think>\\boxed{987}</think>\n${stated}`,
  },
  { title: "long prose", write: (stated, random) => `${PROSE.repeat(20 + (random % 200))}\n${stated}` },
  { title: "headings and bold type", write: (stated) => `## Solution\n\n**Step 1.** Done.\n\n${stated}` },
  { title: "emoji and other scripts", write: (stated) => `好的 🎉 Привет: ${stated}` },
  { title: "an unbalanced brace before it", write: (stated) => `Let S = {1, 2.\n${stated}` },
  { title: "an unbalanced dollar before it", write: (stated) => `It costs $5 at most.\n\n${stated}` },
  { title: "display math", write: (stated) => `Hence\n\\[\n${stated}\n\\]` },
  { title: "inline math", write: (stated) => `Hence $${stated}$` },
  { title: "a list before it", write: (stated) => `- first\n- second\n\n${stated}` },
  { title: "a table before it", write: (stated) => `| a | b |\n|---|---|\n| 1 | 2 |\n\n${stated}` },
  { title: "bold type around it", write: (stated) => `**${stated}**` },
  { title: "a space before its brace", write: (stated) => stated.replace("boxed{", "boxed {") },
  { title: "code before it", write: (stated) => `\`\`\`py\nx\n\`\`\`\n${stated}` },
  {
    title: "long prose behind it",
    write: (stated, random) => `${stated}\n\n${CHECKED.repeat(20 + (random % 200))}`,
  },
  { title: "Windows lines", write: (stated) => `Done.\r\n\r\n${stated}\r\n` },
];
