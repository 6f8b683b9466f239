import { describe, expect, it } from "vitest";
import { completionText, type Message, toCompletion } from "../../../src/core/index.js";

describe("completionText", () => {
  it("takes a string as it is", () => {
    expect(completionText(" 42\n")).toBe(" 42\n");
  });

  it("takes the last assistant message of a conversation", () => {
    const messages: Message[] = [
      { role: "assistant", content: "first" },
      { role: "tool", content: "result" },
      { role: "assistant", content: "last" },
      { role: "user", content: "thanks" },
    ];
    expect(completionText(messages)).toBe("last");
  });

  it.each<[string, Message[]]>([
    ["no messages", []],
    ["no assistant message", [{ role: "user", content: "hi" }]],
    ["content null", [{ role: "assistant", content: null }]],
    ["no content", [{ role: "assistant" }]],
    ["no parts", [{ role: "assistant", content: [] }]],
  ])("is empty for %s", (_case, messages) => {
    expect(completionText(messages)).toBe("");
  });

  it("does not fall back to an earlier message if the last one is empty", () => {
    const messages = [
      { role: "assistant", content: "first" },
      { role: "assistant", content: null },
    ];
    expect(completionText(messages)).toBe("");
  });

  it("joins the text parts of a message", () => {
    const content = [
      { type: "text", text: "4" },
      { type: "image_url", image_url: "x" },
      { type: "text", text: "2" },
    ];
    expect(completionText([{ role: "assistant", content }])).toBe("42");
  });
});

describe("toCompletion", () => {
  it("makes a completion of a string and of messages", () => {
    expect(toCompletion("42")).toEqual({ text: "42" });
    const messages = [{ role: "assistant", content: "42" }];
    expect(toCompletion(messages)).toEqual({ text: "42", messages });
    expect(toCompletion([])).toEqual({ text: "", messages: [] });
  });

  it.each([
    {},
    { content: "42" },
    { text: 42 },
    42,
    null,
    [null],
    ["42"],
    [{ role: "assistant", content: 42 }],
  ])("refuses %j", (input) => {
    expect(() => toCompletion(input as never)).toThrow(
      expect.objectContaining({
        code: "bad_input",
        message: expect.stringContaining(JSON.stringify(input)) as string,
      }),
    );
  });

  it("keeps a completion with its token count", () => {
    const completion = { text: "42", tokenCount: 3 };
    expect(toCompletion(completion)).toBe(completion);
  });
});
