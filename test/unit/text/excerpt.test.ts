import { expect, it } from "vitest";
import { excerpt } from "../../../src/text/index.js";

it("cuts a text, but no surrogate pair", () => {
  expect(excerpt("abcd", 3)).toBe("abc");
  expect(excerpt("ab😀", 3)).toBe("ab");
  expect(excerpt("ab😀", 4)).toBe("ab😀");
  expect(excerpt("", 3)).toBe("");
});
