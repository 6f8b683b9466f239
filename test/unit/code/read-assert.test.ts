import { expect, it } from "vitest";
import { readAssert } from "../../../src/code/read-assert.js";

it.each([
  ["assert f(1) == 2", "f(1)", "2"],
  ["  assert f(1) == 2, 'message'", "f(1)", "2"],
  ["assert f('a==b', [1, 2]) == {'k': (1, 2)}  # comment", "f('a==b', [1, 2])", "{'k': (1, 2)}"],
  ["assert f(x == 1) == True", "f(x == 1)", "True"],
  [`assert f("it's, not") == "a, b"`, `f("it's, not")`, `"a, b"`],
  ["assert set(f(1)) == set((1, 2))", "set(f(1))", "set((1, 2))"],
  ["assert f('\\'') == 1", "f('\\'')", "1"],
])("%s asks for one value and expects another", (line, asked, expected) => {
  expect(readAssert(line)).toEqual({
    input: { kind: "expression", text: asked },
    expected: { kind: "expression", text: expected },
  });
});

it.each([
  ["assert is_prime(7)", "bool(is_prime(7))", true],
  ["assert not is_prime(8), 'no'", "bool(is_prime(8))", false],
])("%s expects a truth value", (line, asked, value) => {
  expect(readAssert(line)).toEqual({
    input: { kind: "expression", text: asked },
    expected: { kind: "value", values: [value] },
  });
});

it.each([
  "f(1) == 2",
  "assert",
  "assert == 2",
  "assert f(1) ==",
  "assert f(1) == 1 or True",
  "assert f(1) != 2",
  "assert f(1) < 2",
  "assert 1 == f(1) == 2",
  "assert not f(1) == 2",
  "assert f(1) is None",
  "assertion == 1",
])("%s is no test", (line) => {
  expect(readAssert(line)).toBeNull();
});
