import { describe, expect, it } from "vitest";
import { parsePair } from "../../../../src/cli/verify/pair.js";

const FIELDS = { referenceField: "gold", answerField: "pred", labelField: null };

describe("parsePair", () => {
  it("reads texts, the id and nothing else", () => {
    const line = '{"id": "a", "gold": "1/2", "pred": "0.5", "other": {}}';
    expect(parsePair(line, FIELDS)).toEqual({ id: "a", reference: "1/2", answer: "0.5", label: null });
  });

  it.each([
    ["numbers", '{"gold": 0.5, "pred": -3}', "0.5", "-3"],
    ["null as no text", '{"gold": "1", "pred": null}', "1", ""],
    ["a byte order mark and a carriage return", '\uFEFF{"gold": "1", "pred": "2"}\r', "1", "2"],
  ])("reads %s", (_title, line, reference, answer) => {
    expect(parsePair(line, FIELDS)).toEqual({ id: undefined, reference, answer, label: null });
  });

  it.each([
    ["", "the line is blank"],
    [" \r", "the line is blank"],
    ["{", "the line is not JSON"],
    ["[1]", "the line is not a JSON object"],
    ["null", "the line is not a JSON object"],
    ['{"gold": "1"}', 'there is no field "pred"'],
    ['{"gold": "1", "pred": ["2"]}', 'the field "pred" is neither text nor a number'],
    ['{"gold": 123456789012345678901, "pred": "1"}', /too large to be read exactly/],
  ])("says what is wrong with %j", (line, problem) => {
    expect(parsePair(line, FIELDS)).toEqual({
      id: undefined,
      problem: expect.stringMatching(problem) as string,
    });
  });

  it("inherits no field", () => {
    expect(parsePair("{}", { ...FIELDS, referenceField: "constructor" })).toHaveProperty("problem");
  });

  it("keeps the id of a bad line", () => {
    expect(parsePair('{"id": 7}', FIELDS)).toEqual({ id: 7, problem: 'there is no field "gold"' });
  });

  it.each([
    [true, true],
    [1, true],
    ["1", true],
    ["True", true],
    [false, false],
    [0, false],
    ["0", false],
    ["false", false],
  ])("reads the label %j as %j", (label, expected) => {
    const line = JSON.stringify({ gold: "1", pred: "1", label });
    expect(parsePair(line, { ...FIELDS, labelField: "label" })).toMatchObject({ label: expected });
  });

  it.each([[null], [2], ["maybe"], [undefined]])("refuses the label %j", (label) => {
    const line = JSON.stringify({ gold: "1", pred: "1", label });
    expect(parsePair(line, { ...FIELDS, labelField: "label" })).toMatchObject({
      problem: 'the field "label" holds no label (true, false, 1 or 0)',
    });
  });
});
