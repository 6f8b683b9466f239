import { expect, it } from "vitest";
import { undetermined, verdictStatus } from "../../../src/core/index.js";

it("names fault and reason of a verdict that could not be reached", () => {
  const verdict = undetermined("system", "timeout");
  expect(verdict).toEqual({ status: "undetermined", fault: "system", reason: "timeout" });
  expect(verdictStatus(verdict)).toBe("system:timeout");
});

it("has no status for a decided verdict, nor for none", () => {
  expect(verdictStatus({ status: "incorrect", by: "exact_value" })).toBeNull();
  expect(verdictStatus(undefined)).toBeNull();
});
