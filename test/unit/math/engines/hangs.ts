import type { Node } from "../../../../src/math/ast.js";
import {
  call,
  constant,
  negation,
  number,
  power,
  product,
  sqrt,
  sum,
  symbol,
  total,
} from "../../../nodes.js";

const [x, y, z] = [symbol("x"), symbol("y"), symbol("z")];

const POWERS = [
  power(sum(x, y, z), number(60)),
  product(power(sum(x, y, z), number(30)), power(sum(x, y, z), number(30))),
] as const;

const nest = (name: "sin" | "factorial", depth: number, inner: Node): Node =>
  Array.from({ length: depth }).reduce<Node>((node) => call(name, node), inner);
const million = number(10n ** 999_999n);

/** Pairs on which a computer algebra system hangs, runs out of memory or overflows its stack. */
export const HANGS: readonly (readonly [name: string, left: Node, right: Node])[] = [
  ["(x+1)^10000", power(sum(x, number(1)), number(10_000)), x],
  ["(x+y+z)^60", ...POWERS],
  ["a million digits", million, sum(million, number(1))],
  ["a sum of 20 000 terms", sum(...Array.from({ length: 20_000 }, () => x)), product(number(20_000), x)],
  ["the square root of 3000 digits", sqrt(number(10n ** 3000n - 1n)), sqrt(number(10n ** 3000n + 1n))],
  ["100000!", call("factorial", number(100_000)), number(1)],
  [
    "nested radicals",
    Array.from({ length: 90 }).reduce<Node>((node) => sqrt(sum(number(2), node)), number(2)),
    number(3),
  ],
  ["200 000 letters", { kind: "product", factors: Array.from({ length: 200_000 }, () => x) }, x],
  ["9!!!!!!", nest("factorial", 6, number(9)), number(0)],
  ["((9!)!)!", nest("factorial", 3, number(9)), number(0)],
  ["10^10^10", power(number(10), power(number(10), number(10))), number(0)],
  ["a sum up to 10^9", total(symbol("k"), number(1), number(10n ** 9n)), number(500000000500000000n)],
  ["a product up to 10^7", total(symbol("k"), number(1), number(10n ** 7n), "product"), number(0)],
  [
    "sums in sums",
    total(
      total(total(symbol("k"), number(1), number(90_000)), number(1), number(90_000)),
      number(1),
      number(90_000),
    ),
    x,
  ],
  ["2000 nested sines", nest("sin", 2000, x), x],
  ["80 nested sines", nest("sin", 80, x), nest("sin", 80, sum(x, product(number(2), constant("pi"))))],
  ["deep parentheses", Array.from({ length: 100_000 }).reduce<Node>((node) => negation(node), x), x],
];
