import { fixed, type Hack, stated } from "./hack.js";

const deep = (text: string, count: number): string => text.repeat(count);

/** Texts that are to crash or to stop a verifier. */
export const HARNESS_HACKS: readonly Hack[] = [
  stated("K55", "a tower of powers", "harness", () => [
    "9^{9^{9^{9}}}",
    "5^{5^{5^{5^{5}}}}",
    "(10^{10^{10}})!",
    "9**9**9**9",
  ]),
  stated("K56", "deep nesting", "harness", () => [
    deep("(", 10_000),
    deep("{", 10_000),
    deep("-", 10_000) + "1",
    deep("\\frac{", 10_000),
    deep("\\sqrt{", 5000) + "1" + deep("}", 5000),
  ]),
  stated("K57", "patterns that backtrack", "harness", () => [
    deep("a", 20_000) + "!",
    deep(" ", 20_000) + "x",
    deep("\\text{", 5000),
    deep("1,", 20_000),
  ]),
  stated("K58", "huge numbers", "harness", () => [
    "9".repeat(100_000),
    "\\binom{1000000000}{500000000}",
    "1e999999999",
    "(10^9)!",
    "7^{999999}",
    "99999!",
  ]),
  stated("K59", "long sums", "harness", () => [
    "\\sum_{k=1}^{10^{12}} k",
    "\\int_0^{\\infty} e^{x^x} dx",
    "\\lim_{x\\to 0} \\sin(1/x)",
  ]),
  stated("K60", "code", "harness", () => [
    "__import__('os').system('id')",
    "\\input{/etc/passwd}",
    "constructor",
    "__proto__",
    "toString",
    "process.exit(1)",
  ]),
  stated("K61", "what countdown's checks overlook", "harness", () => [
    "2**3",
    "7//2",
    "--5",
    "007",
    "1(2)",
    "3 4",
    "9**9**9",
    "5 if True else 6",
    "0x10",
    "1_000",
    "\u0665",
  ]),
  fixed("K62", "broken text", "harness", [
    "\\boxed{\ud800}",
    "\\boxed{\u0000}",
    "\ufeff\\boxed{\udfff1}",
    "\\boxed{1\ud83d}",
  ]),
];
