import { describe, expect, it } from "vitest";
import { lateCompletions } from "../../../src/server/late-completions.js";
import { shareTexts } from "../../../src/server/threads/texts.js";

const messages = [
  { role: "assistant", content: 1 },
  { role: "tool", content: "4" },
];

describe("lateCompletions", () => {
  const texts = shareTexts(["first", "second"]);
  const at = lateCompletions({ completions: [0, messages], texts });

  it("are completions like any other, to those who copy them, too", () => {
    expect({ ...at(0, { truncated: true }) }).toEqual({ text: "first", truncated: true });
    expect({ ...at(1, { tokenCount: 3 }) }).toEqual({
      text: "second",
      messages: [{ role: "assistant", content: "second" }, messages[1]],
      tokenCount: 3,
    });
  });

  it("cannot be changed", () => {
    expect(Object.isFrozen(at(0, {}))).toBe(true);
    expect(Object.isFrozen(at(1, {}).messages)).toBe(true);
  });

  it("read their texts where they are looked at", () => {
    const shared = shareTexts(["before"]);
    const completion = lateCompletions({ completions: [0], texts: shared })(0, {});
    Buffer.from(shared.bytes).write("behind");
    expect(completion.text).toBe("behind");
  });
});
