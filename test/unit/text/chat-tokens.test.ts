import { describe, expect, it } from "vitest";
import { withoutChatTokens, withoutUnseen } from "../../../src/text/index.js";

describe("withoutChatTokens", () => {
  it.each([
    ["<|im_end|>", "< |im_end|>"],
    ["<｜User｜>", "< ｜User｜>"],
    ["</s><s>", "< /s>< s>"],
    ["<<SYS>> <</SYS>>", "< < SYS>> < < /SYS>>"],
    ["<start_of_turn>model", "< start_of_turn>model"],
    ["[INST] [/INST] [gMASK]", "[ INST] [ /INST] [ gMASK]"],
    ["1 < 2, x <= y, [1, 2], [A], [i]", "1 < 2, x <= y, [1, 2], [A], [i]"],
  ])("opens no token in %j", (text, safe) => {
    expect(withoutChatTokens(text)).toBe(safe);
    expect(withoutChatTokens(safe)).toBe(safe);
  });
});

describe("withoutUnseen", () => {
  it.each([
    ["a\u200bb\ufeff\u202ec\u2066", "abc"],
    ["a\u{e0049}\u{e007f}b", "ab"],
    ["\u0000a\u001b[0m\u0085", "a[0m"],
    ["\ud800a\udc00", "a"],
    ["a\r\nb\rc\td\n", "a\nb\nc\td\n"],
    ["न्\u200dय 😀 é ✓", "न्\u200dय 😀 é ✓"],
  ])("keeps what is seen of %j", (text, seen) => expect(withoutUnseen(text)).toBe(seen));
});
