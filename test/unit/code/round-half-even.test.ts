import { expect, it } from "vitest";
import { roundHalfEven } from "../../../src/code/round-half-even.js";

// What CPython's round gives.
it.each([
  [0.5, 0, 0],
  [1.5, 0, 2],
  [2.5, 0, 2],
  [0.49999999999999994, 0, 0],
  [0.5000000000000001, 0, 1],
  [0.125, 2, 0.12],
  [0.375, 2, 0.38],
  [0.015, 2, 0.01],
  [0.995, 2, 0.99],
  [0.675, 2, 0.68],
  [-0.125, 2, -0.12],
  [-2.5, 0, -2],
  [1e-300, 15, 0],
  [99.9, 2, 99.9],
  [1 / 65536, 15, 0.000015258789062],
])("roundHalfEven(%d, %i) is %d", (value, decimals, expected) => {
  expect(roundHalfEven(value, decimals)).toBe(expected);
});
