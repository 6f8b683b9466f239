import { describe, expect, it } from "vitest";
import { type ComparatorName, comparators, numericTokens } from "../../../src/code/index.js";

describe("comparators", () => {
  it.each<[ComparatorName, string, string, boolean]>([
    ["exact", "1\n", "1\n", true],
    ["exact", "1", "1\n", false],
    ["lines", "1 \r\n2\n\n", "1\n2", true],
    ["lines", "1", "1\n\n", true],
    ["lines", " 1", "1", false],
    ["lines", "1\n\n2", "1\n2", false],
    ["lines", "1", "1\n2", false],
    ["lines", "1\n2", "1", false],
    ["lines", "", "\n", true],
    ["stripped_lines", "\n 1 \n 2", "1\n2\n", true],
    ["stripped_lines", "1", "\n1", false],
    ["stripped_lines", "1", "1\n2", false],
    ["stripped_lines", "", "\n1", false],
    ["tokens", "1 2\n3", " 1\n2  3 ", true],
    ["tokens", "1 2", "1 2 3", false],
    ["tokens", "1 2 3", "1 2", false],
    ["tokens", "YES", "yes", false],
    ["tokens_ignoring_case", "YES", "yes", true],
    ["tokens_ignoring_case", "YES NO", "yes", false],
    ["trailing_newlines", "1\n\n", "1\n", true],
    ["trailing_newlines", "1 \n", "1\n", false],
    ["trailing_newlines", "\n1", "1", false],
    ["codeforces", "YES\n1  2\n", "yes 1 2", true],
    ["codeforces", "no", "NO", true],
    ["codeforces", "Alice", "alice", false],
    ["codeforces", "yes", "no", false],
    ["codeforces", "yes yes", "yes", false],
    ["codeforces", "1.0", "1", false],
    ["live_code_bench", " 1 \n2\n", "1\n2", true],
    ["live_code_bench", "1.0 2e0", "1 2", true],
    ["live_code_bench", "0.1", "0.10000000000000001", false],
    ["live_code_bench", "1\n2", "1 2", false],
    ["live_code_bench", "1 x", "1.0 x", false],
    ["live_code_bench", "nan", "nan", true],
    ["live_code_bench", "NaN 1", "nan 1.0", false],
    ["live_code_bench", "１", "1", false],
    ["live_code_bench", "1\n", "1\n2", false],
    ["live_code_bench", "a b", "a  b", false],
    ["sandbox_fusion", "Yes\n", "YES", true],
    ["sandbox_fusion", "1.000001", "1.0", true],
    ["sandbox_fusion", "1.0001", "1.0", false],
    ["sandbox_fusion", "100001", "100000", false],
    ["sandbox_fusion", "1.000001 2", "1.0 2", false],
    ["sandbox_fusion", "inf", "1e999", false],
    ["sandbox_fusion", "nan", "1.0", false],
    ["sandbox_fusion", "1\n\n2", "1\n2", false],
  ])("%s: %j for %j is %j", (name, stdout, expected, equal) => {
    expect(comparators[name](stdout, expected)).toBe(equal);
  });
});

describe("numericTokens", () => {
  it.each<[string, string, boolean]>([
    ["1.0000001", "1", true],
    ["1.01", "1", false],
    ["1e3", "1000", true],
    [".5 -2.", "0.5 -2", true],
    ["1000000.5", "1000000", true],
    ["x 1.0", "x 1", true],
    ["y 1.0", "x 1", false],
    ["007", "7", true],
    ["-0", "0", true],
    ["-7", "7", false],
    ["1000001", "1000000", false],
    ["123456789012345678901", "123456789012345678902", false],
    ["1", "1 1", false],
    ["1e999", "5", false],
    ["5", "1e999", false],
    ["0x10", "16", false],
    ["1_0", "10", false],
    ["", "0", false],
  ])("%j for %j is %j", (stdout, expected, equal) => {
    expect(numericTokens({ absolute: 1e-6, relative: 1e-6 })(stdout, expected)).toBe(equal);
  });

  it("has no tolerance of its own", () => {
    expect(numericTokens({})("1.0", "1")).toBe(true);
    expect(numericTokens({})("1.0000000001", "1")).toBe(false);
  });
});
