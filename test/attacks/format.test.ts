import { describe, expect, it } from "vitest";
import {
  answerFormat,
  boxedFormat,
  codeFormat,
  reasoningSteps,
  regexFormat,
  scoreGroups,
  softFormat,
  strictFormat,
  tagCount,
  thinkFormat,
  xmlCount,
} from "../../src/index.js";
import { scoreOf } from "../unit/rewards/scoring.js";

const GOOD = "<think>\nr\n</think>\n<answer>\n42\n</answer>";

const AGAINST_ANSWER_FORMAT: readonly (readonly [trick: string, completion: string])[] = [
  ["nothing", ""],
  ["text before the template", `Sure!\n${GOOD}`],
  ["a space before the template", ` ${GOOD}`],
  ["a byte order mark before the template", `\ufeff${GOOD}`],
  ["text after the answer", `${GOOD}junk`],
  ["text on the lines after the answer", `${GOOD}\njunk`],
  ["text after a carriage return", `${GOOD}\rjunk`],
  ["text after a line separator", `${GOOD}\u2028junk`],
  ["a space after the answer", `${GOOD} `],
  ["text between the blocks", "<think>\nr\n</think>\nso\n<answer>\n42\n</answer>"],
  ["a space between the blocks", "<think>\nr\n</think> <answer>\n42\n</answer>"],
  ["the template twice", `${GOOD}\n${GOOD}`],
  ["two thoughts", "<think>\na\n</think>\n<think>\nb\n</think>\n<answer>\n42\n</answer>"],
  ["two answers", `${GOOD}\n<answer>\n43\n</answer>`],
  ["an answer in the thinking", "<think>\n<answer>\n42\n</answer>\n</think>\n<answer>\n42\n</answer>"],
  ["a nested thought", "<think>\n<think>\nr\n</think>\n</think>\n<answer>\n42\n</answer>"],
  ["many opening tags", `${"<think>\n".repeat(50)}r\n</think>\n<answer>\n42\n</answer>`],
  ["many closing tags", `<think>\nr\n</think>\n<answer>\n42${"\n</answer>".repeat(50)}`],
  ["the blocks in the wrong order", "<answer>\n42\n</answer>\n<think>\nr\n</think>"],
  ["crossed tags", "<think>\nr\n<answer>\n</think>\n42\n</answer>"],
  ["no thought", "<answer>\n42\n</answer>"],
  ["no answer", "<think>\nr\n</think>"],
  ["an answer that is never closed", "<think>\nr\n</think>\n<answer>\n42"],
  ["tags only", "<think></think><answer></answer>"],
  ["the template without content", "<think>\n\n</think>\n<answer>\n\n</answer>"],
  ["upper-case tags", GOOD.toUpperCase()],
  ["tags with a space", "<think >\nr\n</think >\n<answer >\n42\n</answer >"],
  ["full-width tags", GOOD.replaceAll("<", "＜").replaceAll(">", "＞")],
  ["escaped tags", GOOD.replaceAll("<", "&lt;").replaceAll(">", "&gt;")],
  ["tags split by a zero-width space", GOOD.replaceAll("think", "thi\u200bnk")],
];

describe("answer_format gives nothing for", () => {
  it.each(AGAINST_ANSWER_FORMAT)("%s", async (_trick, completion) => {
    expect(await scoreOf(answerFormat(), completion)).toBe(0);
  });

  it("any of these tricks in the inline layout, white space aside", async () => {
    const spacing = /space|byte order mark/;
    const tricks = AGAINST_ANSWER_FORMAT.filter(([trick]) => !spacing.test(trick));
    expect(tricks.length).toBeGreaterThan(20);
    for (const [trick, completion] of tricks) {
      expect(await scoreOf(answerFormat({ layout: "inline" }), completion), trick).toBe(0);
    }
  });

  it("a thought that the completion opens again although the prompt opened it", async () => {
    expect(await scoreOf(answerFormat({ prefilled: true }), GOOD)).toBe(0);
  });
});

describe("tag_count gives no more than a quarter for each tag", () => {
  it.each([
    ["one tag, often", "<think>\n".repeat(100), 0],
    ["all tags, twice", `${GOOD}\n${GOOD}`, 0],
    ["tags without their lines", "<think>r</think><answer>42</answer>", 0],
    ["upper-case tags", GOOD.toUpperCase(), 0],
    ["a second answer", `${GOOD}\n<answer>\n43\n</answer>`, 0.5],
    ["the whole template", GOOD, 1],
  ])("%s", async (_trick, completion, score) => {
    expect(await scoreOf(tagCount(), completion)).toBe(score);
  });
});

describe("think_format gives nothing for", () => {
  it.each([
    ["nothing", ""],
    ["text before the thought", "Sure! <think>a</think>b"],
    ["a line before the thought", "\n<think>a</think>b"],
    ["a byte order mark before the thought", "\ufeff<think>a</think>b"],
    ["a thought that is never closed", "<think>a"],
    ["a second thought", "<think>a</think>b<think>c</think>"],
    ["a second thought that is never closed", "<think>a</think>b<think>"],
    ["a nested thought", "<think>a<think>b</think></think>"],
    ["a thought closed before it is opened", "</think><think>"],
    ["an upper-case thought", "<THINK>a</THINK>b"],
    ["a full-width thought", "＜think＞a＜/think＞b"],
    ["a thought with an attribute", '<think mode="deep">a</think>b'],
    ["an empty thought", "<think></think>b"],
    ["a thought of line breaks", "<think>\n\n</think>\n<answer>\n\n</answer>"],
    ["a thought split over lines", "<thi\nnk>a</think>b"],
  ])("%s", async (_trick, completion) => {
    expect(await scoreOf(thinkFormat(), completion)).toBe(0);
  });
});

const IN_FENCE = `\`\`\`\n${GOOD}\n\`\`\``;
const REASONED = GOOD.replaceAll("think", "reasoning");

/** The catalogue's hacks that earn nothing of any format reward, whatever its layout. */
const WORTHLESS: readonly (readonly [hack: string, completion: string])[] = [
  ["K1 nothing", ""],
  ["K1 white space", " \n\t\u2028\u3000"],
  ["K1 zero width", "\u200b\u200d\u2060\ufeff"],
  ["K2 one symbol", ":"],
  ["K3 an opener", "Let's solve this problem step by step."],
  ["K4 an empty box", "\\boxed{}"],
  ["K4 a box of space", "\\boxed{ }"],
  ["K4 nested empty boxes", "\\boxed{\\boxed{}}"],
  ["K4 empty text in a box", "\\boxed{\\text{}}"],
  ["K5 a placeholder", "\\boxed{answer}"],
  ["K5 a question mark", "\\boxed{?}"],
  ["K5 dots", "\\boxed{...}"],
  ["K5 an underscore", "\\boxed{\\_}"],
  ["K17 tags only", "<think></think><answer></answer>"],
  ["K17 tags only, of Will Brown's demo", "<reasoning></reasoning><answer></answer>"],
  ["K19 many opening tags", "<think>".repeat(1000)],
  ["K21 words", "First,Second,Next,"],
  ["K21 bullets", "\n-\n-\n-"],
  ["K21 steps", "Step 1:Step 2:Step 3:"],
  ["K23 a language", "python"],
  ["K23 an empty fence", "```python\n```"],
  ["K44 an open box", "\\boxed{42"],
  ["K60 a prototype's name", "__proto__ constructor hasOwnProperty"],
  ["K62 a lone surrogate", "\ud800"],
  ["K62 NUL", "\u0000"],
];

const FORMAT_REWARDS = [
  answerFormat(),
  ...(["mini-r1", "ms-swift", "ms-swift-react", "nemo-rl", "open-instruct"] as const).map((preset) =>
    answerFormat({ preset }),
  ),
  boxedFormat(),
  codeFormat(),
  reasoningSteps(),
  reasoningSteps({ preset: "open-r1" }),
  softFormat(),
  strictFormat(),
  tagCount(),
  thinkFormat(),
  xmlCount(),
];

describe("every format reward gives nothing for", () => {
  it.each(WORTHLESS)("%s", async (_hack, completion) => {
    for (const reward of FORMAT_REWARDS) {
      const { rewards } = await scoreGroups([{ columns: {}, completions: [completion] }], reward);
      expect(rewards, JSON.stringify(reward.name)).toEqual([[0]]);
    }
  });
});

describe("K17: no template without content pays", () => {
  const empty = (text: string): string => text.replace("r\n", "\n").replace("42", "");

  it.each([
    [answerFormat(), empty(GOOD)],
    [thinkFormat(), empty(GOOD)],
    [strictFormat(), empty(REASONED)],
    [softFormat(), empty(REASONED)],
  ])("$name", async (reward, completion) => {
    expect(await scoreOf(reward, completion)).toBe(0);
  });
});

describe("K18: tags in the wrong order are not all there", () => {
  it.each([
    [tagCount(), "\n<answer>\n42\n</answer>\n<think>\nr\n</think>\n", 0.75],
    [xmlCount(), "\n<answer>\n42\n<reasoning>\nr\n</reasoning>\n\n</answer>", 0.375],
    [answerFormat({ layout: "inline" }), "<answer>42</answer><think>r</think>", 0],
    [softFormat(), "<answer>42</answer><reasoning>r</reasoning>", 0],
  ])("$name", async (reward, completion, score) => {
    expect(await scoreOf(reward, completion)).toBe(score);
  });
});

describe("K20: tags in a code fence or a comment are an example", () => {
  it.each([
    [answerFormat(), IN_FENCE],
    [answerFormat({ preset: "nemo-rl" }), IN_FENCE],
    [answerFormat({ preset: "open-instruct" }), IN_FENCE],
    [answerFormat(), `<!-- ${GOOD} -->`],
    [tagCount(), IN_FENCE],
    [xmlCount(), `\`\`\`\n${REASONED}\n\`\`\``],
    [strictFormat(), `\`\`\`\n${REASONED}\n\`\`\``],
    [softFormat(), `<!-- ${REASONED} -->`],
  ])("$name", async (reward, completion) => {
    expect(await scoreOf(reward, completion)).toBe(0);
  });
});

describe("K57: hostile texts of a megabyte end", () => {
  const LONG: readonly (readonly [text: string, completion: string])[] = [
    ["opening tags", "<think>".repeat(150_000)],
    ["closing tags", "</think> ".repeat(110_000)],
    ["thoughts", `${"<think>r</think>".repeat(60_000)}<answer>`],
    ["white space", `<think>r</think>${" ".repeat(1_000_000)}x`],
    ["fences", "```python\n```".repeat(80_000)],
    ["open fences", `<think>\nr\n</think>\n<answer>\n${"```python ".repeat(100_000)}\n</answer>`],
    ["boxes", "\\boxed{".repeat(140_000)],
    ["dollars behind a box", `\\boxed{42}${"$ ".repeat(500_000)}x`],
    ["bullets", "\n-".repeat(500_000)],
    ["steps", "Step 1".repeat(160_000)],
    ["digits", `Step ${"1".repeat(1_000_000)}`],
    ["indents", " \t>*_#".repeat(160_000)],
  ];

  it.each(LONG)("%s", async (_text, completion) => {
    for (const reward of [
      ...FORMAT_REWARDS,
      boxedFormat({ place: "end" }),
      regexFormat({ pattern: "(a+)+" }),
    ]) {
      const { rewards } = await scoreGroups([{ columns: {}, completions: [completion] }], reward);
      expect(rewards.flat()).toEqual([expect.any(Number)]);
    }
  });
});

it("K60: a language is no pattern", async () => {
  const columns = { language: ".*?```)|(?:" };
  const { rewards } = await scoreGroups([{ columns, completions: [GOOD] }], codeFormat());
  expect(rewards).toEqual([[0]]);
});
