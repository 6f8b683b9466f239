import { expect, it } from "vitest";
import { describeProgress } from "../../../src/cli/progress.js";

it.each<[number | null, number, string]>([
  [null, 2000, "500 rows, 250/s"],
  [0, 2000, "░░░░░░░░░░░░░░░░░░░░░░░░ 0 %  500 rows, 250/s"],
  [0.5, 2000, "████████████░░░░░░░░░░░░ 50 %  500 rows, 250/s, 0:02 left"],
  [0.01, 100_000, "░░░░░░░░░░░░░░░░░░░░░░░░ 1 %  500 rows, 5/s, 2:45:00 left"],
])("progress at a share of %s is %s", (share, ms, line) => {
  expect(describeProgress("rows", 500, share, ms)).toBe(line);
});
