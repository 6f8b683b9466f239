import { describe, expect, it } from "vitest";
import { extractAnswer, type ExtractOptions } from "../../../../src/math/index.js";

const extract = (options: unknown) => () => extractAnswer("\\boxed{4}", options as ExtractOptions);

describe("the options of extraction", () => {
  it.each<[unknown, string]>([
    [{ severl: "last" }, 'there is no option "severl"; there are methods, thinking, several, lastNumber'],
    [{ several: "first" }, 'several must be one of last, reject, not "first"'],
    [{ lastNumber: "yes" }, 'lastNumber must be true or false, not "yes"'],
    [{ methods: ["box"] }, "methods must be a list of some of boxed, answer_tag,"],
    [{ methods: "boxed" }, "methods must be a list of some of boxed, answer_tag,"],
    [null, "the options of extraction must be an object; it is null"],
  ])("are checked: %j", (options, message) => {
    expect(extract(options)).toThrow(message);
  });

  it("may be undefined", () => {
    expect(extract({ several: undefined, methods: undefined })()).toMatchObject({ text: "4" });
  });
});
