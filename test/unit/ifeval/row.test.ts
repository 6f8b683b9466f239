import { describe, expect, it } from "vitest";
import { type InstructionColumns, readRow } from "../../../src/ifeval/index.js";

const END = { end_phrase: "x", num_words: null };
const id = "startend:end_checker";

describe("readRow reads", () => {
  it.each<[string, InstructionColumns]>([
    ["IFEval's columns", { instruction_id_list: [id], kwargs: [END] }],
    ["JSON text", { instruction_id_list: JSON.stringify([id]), kwargs: JSON.stringify([END]) }],
    ["JSON text in a list", { instruction_id_list: [id], kwargs: [JSON.stringify(END)] }],
    ["a single id", { instruction_id_list: id, kwargs: END }],
    ["open-instruct's ground truth", { ground_truth: { instruction_id: [id], kwargs: [END] } }],
    ["its list", { ground_truth: [{ instruction_id: [id], kwargs: [END] }] }],
    ["its list of JSON text", { ground_truth: [JSON.stringify({ instruction_id: [id], kwargs: [END] })] }],
    ["its JSON text", { ground_truth: JSON.stringify([{ instruction_id: [id], kwargs: [END] }]) }],
    ["its function", { ground_truth: { func_name: "validate_end", end_phrase: "x", N: null } }],
    ["its function in JSON text", { ground_truth: '{"func_name":"validate_end","end_phrase":"x","N":null}' }],
  ])("%s", (_shape, columns) => {
    const row = readRow(columns);
    const checks = "checks" in row ? row.checks : [];
    expect(checks.map(([, follows]) => [follows("x"), follows("y")])).toEqual([[true, false]]);
  });

  it("instructions that have no arguments, whatever stands in their place", () => {
    for (const kwargs of [undefined, null, [], [null], [{}], "x", 3, [[1]]]) {
      expect(readRow({ instruction_id_list: ["punctuation:no_comma"], kwargs })).toHaveProperty(
        "checks.length",
        1,
      );
    }
  });
});

it.each<[InstructionColumns, string]>([
  [{}, "no_instructions"],
  [{ instruction_id_list: [] }, "no_instructions"],
  [{ ground_truth: "no JSON" }, "no_instructions"],
  [{ ground_truth: [[]] }, "no_instructions"],
  [{ ground_truth: { kwargs: [END] } }, "no_instructions"],
  [{ instruction_id_list: ["no:such"] }, "unknown_instruction"],
  [{ instruction_id_list: ["punctuation:no_comma", 3] }, "unknown_instruction"],
  [{ instruction_id_list: ["__proto__"] }, "unknown_instruction"],
  [{ ground_truth: { func_name: "constructor" } }, "unknown_instruction"],
  [{ instruction_id_list: [id], kwargs: [] }, "bad_kwargs"],
  [{ instruction_id_list: [id], kwargs: [{ end_phrase: null }] }, "bad_kwargs"],
])("the row %j has the problem %s", (columns, problem) => {
  expect(readRow(columns)).toEqual({ problem });
});
