import { monthName, weekdayName } from "./calendar.js";

/**
 * Phrases that claim the same, by their canonical words, a claim a row. Each row is its own claim: "yes" is not
 * "true", "no solution" is not "undefined".
 */
const CLAIMS: readonly (readonly [claim: string, ...phrases: (readonly string[])[]])[] = [
  ["yes", ["yes", "yeah", "yep", "是", "是的"]],
  ["no", ["no", "nope", "否", "不是"]],
  ["true", ["true", "correct", "正确", "对"]],
  ["false", ["false", "incorrect", "not correct", "not true", "wrong", "错误", "错", "不正确"]],
  [
    "no_solution",
    ["no solution", "no real solution", "no root", "no real root", "none", "∅", "empty set", "null set"],
    [
      "there is no solution",
      "there is no real solution",
      "there are no solution",
      "there are no real solution",
    ],
    ["has no solution", "has no real solution", "it has no solution", "equation has no solution"],
    ["system has no solution", "no solution exist", "no solution ∅", "empty set ∅", "∅ empty set"],
    ["solution does not exist", "solution do not exist", "无解", "没有解", "无实数解", "空集"],
  ],
  [
    "not_existing",
    ["does not exist", "do not exist", "dne", "limit does not exist", "it does not exist", "不存在"],
  ],
  [
    "undefined",
    ["undefined", "not defined", "is undefined", "is not defined", "无意义", "没有意义", "未定义"],
  ],
  ["impossible", ["impossible", "not possible", "it is impossible", "it is not possible", "不可能"]],
  [
    "infinitely_many",
    [
      "infinitely many solution",
      "infinitely many",
      "infinite solution",
      "infinite",
      "infinite number of solution",
    ],
    [
      "there are infinitely many solution",
      "has infinitely many solution",
      "无穷多解",
      "无数个解",
      "有无穷多解",
    ],
  ],
  [
    "reals",
    ["all real number", "all real", "any real number", "every real number", "set of all real number"],
    ["set of real number", "real number", "全体实数", "所有实数", "任意实数"],
  ],
  ["neither_parity", ["neither", "neither even nor odd", "neither odd nor even"]],
  [
    "even",
    [
      "even",
      "even number",
      "all even number",
      "even integer",
      "all even integer",
      "even function",
      "偶数",
      "偶函数",
    ],
  ],
  [
    "odd",
    [
      "odd",
      "odd number",
      "all odd number",
      "odd integer",
      "all odd integer",
      "odd function",
      "奇数",
      "奇函数",
    ],
  ],
  ["integers", ["all integer", "integer", "set of all integer", "set of integer", "全体整数", "所有整数"]],
  ...["positive", "negative", "nonnegative"].map((part): [string, readonly string[]] => [
    `${part}_integers`,
    [`all ${part} integer`, `${part} integer`, `set of all ${part} integer`, `set of ${part} integer`],
  ]),
  [
    "naturals",
    ["all natural number", "natural number", "set of all natural number", "set of natural number"],
  ],
  ["diverges", ["diverge", "divergent", "is divergent", "it diverge", "series diverge", "发散"]],
  ["converges", ["converge", "convergent", "is convergent", "it converge", "series converge", "收敛"]],
  ["absolutely", ["converge absolutely", "absolutely converge", "absolutely convergent", "绝对收敛"]],
  [
    "conditionally",
    ["converge conditionally", "conditionally converge", "conditionally convergent", "条件收敛"],
  ],
  ["quadrant_1", ["quadrant I", "quadrant 1", "#1 quadrant", "第一象限"]],
  ["quadrant_2", ["quadrant II", "II", "quadrant 2", "#2 quadrant", "第二象限"]],
  ["quadrant_3", ["quadrant iii", "iii", "quadrant 3", "#3 quadrant", "第三象限"]],
  ["quadrant_4", ["quadrant IV", "IV", "quadrant 4", "#4 quadrant", "第四象限"]],
  ["dependent", ["linearly dependent", "线性相关"]],
  ["independent", ["linearly independent", "线性无关"]],
];

let claims: ReadonlyMap<string, string> | undefined;

function buildClaims(): ReadonlyMap<string, string> {
  return new Map(
    CLAIMS.flatMap(([claim, ...lists]) => lists.flat().map((phrase) => [phrase, claim] as const)),
  );
}

/**
 * The name of the claim that canonical words make: that of a known phrase, of a weekday or of a month, in full or
 * abbreviated. `null` for any other words.
 */
export function claimOf(phrase: string): string | null {
  claims ??= buildClaims();
  return claims.get(phrase) ?? weekdayName(phrase) ?? monthName(phrase);
}
