import { describe, expect, it } from "vitest";
import { ifeval, type IfevalOptions, type RewardFunction, scoreGroups } from "../../../src/index.js";

const COLUMNS = {
  instruction_id_list: ["punctuation:no_comma", "startend:end_checker"],
  kwargs: [{}, { end_phrase: "the end" }],
};

async function judged(text: string, options?: IfevalOptions, columns: object = COLUMNS): Promise<unknown[]> {
  const reward = ifeval(options) as RewardFunction;
  const { scores, verdicts, extra } = await scoreGroups([{ columns, completions: [text] }], reward);
  return [scores.ifeval?.[0]?.[0], verdicts.ifeval?.[0]?.[0] ?? extra["ifeval.missed"]?.[0]?.[0]];
}

describe("ifeval scores", () => {
  it.each<[string, IfevalOptions | undefined, number, string]>([
    ["all of it, the end", undefined, 0.5, "punctuation:no_comma"],
    ["all of it the end", undefined, 1, ""],
    ["all, of it", undefined, 0, "punctuation:no_comma, startend:end_checker"],
    ["all of it, the end", { scoring: "binary" }, 0, "punctuation:no_comma"],
    ["all of it the end", { preset: "nemo-gym" }, 1, ""],
    ["<think>so, what?</think>all of it the end", undefined, 1, ""],
    ["<think>x</think>\n<answer>\nall of it the end\n</answer>", undefined, 1, ""],
    ["Sure, here it is:\nall of it\n*the end*", undefined, 0, "punctuation:no_comma, startend:end_checker"],
    ["Sure, here it is:\nall of it\n*the end*", { judging: "loose" }, 1, ""],
    ["all of it\nthe end\nHope, this helps!", { preset: "google-loose" }, 1, ""],
    ["all, of it", { preset: "google-loose" }, 0, "punctuation:no_comma, startend:end_checker"],
  ])("%j with %j", async (text, options, score, missed) => {
    expect(await judged(text, options)).toEqual([score, missed]);
  });
});

describe("ifeval gives nothing for an empty answer, although it has no comma", () => {
  const columns = { instruction_id_list: ["punctuation:no_comma"] };

  it.each([
    "",
    " \n",
    "<think></think>",
    "<think>\n\n</think>\n<answer>\n\n</answer>",
    "<think>never closed",
    "<|assistant|>",
  ])("%j", async (text) => {
    const verdict = { status: "undetermined", fault: "candidate", reason: "no_answer" };
    expect(await judged(text, undefined, columns)).toEqual([0, verdict]);
  });
});

it("gives null for a row that cannot be judged", async () => {
  const columns = { instruction_id_list: ["punctuation:no_comma", "no:such"] };
  const verdict = { status: "undetermined", fault: "reference", reason: "unknown_instruction" };
  expect(await judged("a", undefined, columns)).toEqual([null, verdict]);
});
