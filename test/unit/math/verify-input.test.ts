import { describe, expect, it } from "vitest";
import { verify, verifyAnswer, type VerifyInput } from "../../../src/math/index.js";

describe("what a verifier is asked", () => {
  it.each<[unknown, string]>([
    ["4", 'the first argument must be { reference, completion } or { reference, answer }; it is "4"'],
    [{ completion: "4", solution: "4" }, "reference must be a text; it is undefined"],
    [{ completion: 4, reference: "4" }, "completion must be a text; it is 4"],
    [{ answer: null, reference: "4" }, "answer must be a text; it is null"],
  ])("must hold both texts: %j", (input, message) => {
    expect(() => verify(input as VerifyInput)).toThrow(message);
    expect(() => verifyAnswer(input as never)).toThrow(message);
  });

  it("comes with options that are an object", () => {
    expect(() => verify({ reference: "4", completion: "4" }, null as never)).toThrow(
      "the options must be an object; it is null",
    );
  });
});
