import { describe, expect, it } from "vitest";
import { answerPart, thinkingPart } from "../../../src/text/index.js";

function part(text: string): string | null {
  const span = answerPart(text);
  return span && text.slice(span.start, span.end);
}

describe("answerPart", () => {
  it.each([
    ["no thinking", "42", "42"],
    ["nothing at all", "", ""],
    ["a thought", "<think>41</think>42", "42"],
    ["a prefilled thought", "41</think>42", "42"],
    ["two thoughts", "<think>a</think>b<think>c</think>d", "d"],
    ["a thought that is closed twice", "<think>a</think>b</think>c", "c"],
    ["a thought with nothing behind it", "<think>a</think>", ""],
    ["look-alikes", "<thinker>a <\\think> ＜think＞b", "<thinker>a <\\think> ＜think＞b"],
    ["a thought in another spelling", "<THINKING>a</Thinking >b", "b"],
  ])("of %s", (_case, text, expected) => {
    expect(part(text)).toBe(expected);
  });

  it.each([
    "<think>",
    "<think>42",
    "a <think> b",
    "<think>a</think>b<think>c",
    "</think><think>",
    "<THINK>42",
    "<think >42",
    "<thinking>42",
  ])("there is none in the truncated thought %j", (text) => {
    expect(answerPart(text)).toBeNull();
  });

  it("of a prefilled thought needs the closing tag", () => {
    expect(answerPart("41</think>42", "prefilled")).toEqual({ start: 10, end: 12 });
    expect(answerPart("<think>41</think>42", "prefilled")).toEqual({ start: 17, end: 19 });
    expect(answerPart("42", "prefilled")).toBeNull();
  });

  it("is everything if think tags mean nothing", () => {
    expect(answerPart("a</think><think>", "none")).toEqual({ start: 0, end: 16 });
  });
});

describe("thinkingPart", () => {
  it.each([
    ["<think>a</think>b", "a"],
    [" \n<THINK >a</think>b", "a"],
    ["a</think>b", "a"],
    ["</think>b", ""],
    ["<think></think>", ""],
    ["so <think>a</think>b", "so <think>a"],
    ["<think>a</think>b<think>c</think>d", "a</think>b<think>c"],
  ])("of %j", (text, expected) => {
    const span = thinkingPart(text);
    expect(span && text.slice(span.start, span.end)).toBe(expected);
  });

  it.each(["", "42", "<think>", "<think>a", "<think>a</think>b<think>", "</think><think>"])(
    "there is none in %j",
    (text) => {
      expect(thinkingPart(text)).toBeNull();
    },
  );
});
