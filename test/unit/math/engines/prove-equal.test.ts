import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Node } from "../../../../src/math/ast.js";
import type * as Engines from "../../../../src/math/engines/index.js";
import { buildSources } from "../../isolate/built-sources.js";
import { HANGS } from "./hangs.js";
import {
  call,
  constant,
  derivative,
  negation,
  number,
  power,
  product,
  quotient,
  sqrt,
  sum,
  symbol,
  total,
} from "../../../nodes.js";

let built: Awaited<ReturnType<typeof buildSources>>;
let engines: typeof Engines;

beforeAll(async () => {
  const source = (file: string): URL => new URL(`../../../../src/math/engines/${file}`, import.meta.url);
  built = await buildSources([source("index.ts"), source("worker.ts")]);
  engines = (await import(built.at("index.js").href)) as typeof Engines;
});
afterAll(async () => {
  await engines.closeEngines();
  built.remove();
});

const [x, y] = [symbol("x"), symbol("y")];
const square = (node: Node): Node => power(node, number(2));
const double = (node: Node): Node => product(number(2), node);

/** With a deadline that a slow machine meets, too. */
function prove(
  left: Node,
  right: Node,
  options: Engines.EngineOptions = {},
): ReturnType<typeof Engines.proveEqual> {
  return engines.proveEqual(left, right, { deadlineMs: 20_000, ...options });
}

describe("what is proved", () => {
  it.each<[string, Node, Node]>([
    ["a binomial square", square(sum(x, number(1))), sum(square(x), double(x), number(1))],
    [
      "a quotient of polynomials",
      quotient(sum(power(x, number(3)), number(-1)), sum(x, number(-1))),
      sum(square(x), x, number(1)),
    ],
    ["sin^2 + cos^2", sum(square(call("sin", x)), square(call("cos", x))), number(1)],
    ["a double angle", call("sin", double(x)), product(number(2), call("sin", x), call("cos", x))],
    ["a radical", sqrt(number(8)), double(sqrt(number(2)))],
    ["a nested radical", sqrt(sum(number(3), double(sqrt(number(2))))), sum(number(1), sqrt(number(2)))],
    ["a real cube root", call("root", number(-8), number(3)), number(-2)],
    [
      "a cosine",
      call("cos", quotient(constant("pi"), number(5))),
      quotient(sum(number(1), sqrt(number(5))), number(4)),
    ],
    ["a logarithm", call("ln", number(8)), product(number(3), call("ln", number(2)))],
    ["an absolute value", call("abs", x), call("abs", negation(x))],
    ["a second derivative", derivative(power(x, number(3)), 2), product(number(6), x)],
    ["a sum", total(square(symbol("k")), number(1), number(10)), number(385)],
    ["factorials", quotient(call("factorial", x), call("factorial", sum(x, number(-1)))), x],
  ])("%s", async (_name, left, right) => {
    expect(await prove(left, right)).toMatchObject({ equal: true });
  });

  it.each(["nerdamer", "mathjs"] as const)("by %s alone, which is named", async (engine) => {
    const { equal, by } = await prove(sqrt(number(8)), double(sqrt(number(2))), {
      engines: [engine],
    });
    expect([equal, by?.split(" ")[0]]).toEqual([true, engine]);
  });

  it("a logarithm without a base, once its base is given", async () => {
    const pair = [call("log", number(100)), number(2)] as const;
    expect(await prove(...pair, { logBase: 10 })).toMatchObject({ equal: true });
    expect(await prove(...pair, { logBase: "e" })).toMatchObject({ equal: null });
    expect(await prove(...pair)).toMatchObject({ equal: null });
  });
});

describe("what is not proved, though an engine claims it or doubles cannot tell", () => {
  const huge = 10n ** 30n;
  it.each<[string, Node, Node]>([
    ["sqrt(x^2) = x", sqrt(square(x)), x],
    ["sqrt(xy) = sqrt x sqrt y", sqrt(product(x, y)), product(sqrt(x), sqrt(y))],
    ["ln x^2 = 2 ln x", call("ln", square(x)), double(call("ln", x))],
    ["asin(sin x) = x", call("asin", call("sin", x)), x],
    ["sin 1 = sin(1 + 10^-30)", call("sin", number(1)), call("sin", number(huge + 1n, huge))],
    ["sqrt(10^30 + 1) = sqrt(10^30)", sqrt(number(huge + 1n)), sqrt(number(huge))],
    ["x + 10^29 + 1 = x + 10^29", sum(x, number(10n ** 29n + 1n)), sum(x, number(10n ** 29n))],
    ["10^-60 = 2 * 10^-60", number(1, 10n ** 60n), number(2, 10n ** 60n)],
    [
      "e^(pi sqrt 163)",
      power(constant("e"), product(constant("pi"), sqrt(number(163)))),
      number(262537412640768744n),
    ],
    ["x = y", x, y],
    ["n! at another n", call("factorial", x), call("factorial", sum(x, number(1)))],
    ["1 = 2", number(1), number(2)],
  ])("%s", async (_name, left, right) => {
    expect(await prove(left, right)).toMatchObject({ equal: null, by: null });
  });
});

describe("hangs", () => {
  it.each(HANGS)("%s gets a verdict, and the next pair works", async (_name, left, right) => {
    const { equal } = await prove(left, right, { deadlineMs: 300 });
    expect(equal).toBeNull();
    expect(await prove(sum(x, x), double(x))).toMatchObject({ equal: true });
  });
});

describe("the engines' thread", () => {
  it("carries nothing from one pair to the next", async () => {
    await prove(symbol("x:=5"), number(5));
    await prove(symbol("f(x):=x^2"), square(x));
    const forward = await prove(x, number(5));
    await engines.closeEngines();
    expect(forward).toEqual(await prove(x, number(5)));
  });

  it("starts anew after the end", async () => {
    await engines.closeEngines();
    expect(await prove(sum(x, x), double(x))).toMatchObject({ equal: true });
  });

  it("is shared by questions that are asked at once", async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 20 }, (_, k) => prove(sum(x, number(k)), sum(number(k), x))),
    );
    expect(verdicts.every(({ equal }) => equal === true)).toBe(true);
  });

  it("prints nothing, ends with its process, and keeps no memory over 2000 questions", () => {
    const script = `
      import { proveEqual } from ${JSON.stringify(built.at("index.js").href)};
      const number = (k) => ({ kind: "number", value: { num: BigInt(k), den: 1n } });
      const ask = (k) => proveEqual(
        { kind: "product", factors: [number(k), { kind: "symbol", name: "x" + k }] },
        { kind: "product", factors: [{ kind: "symbol", name: "x" + k }, number(k)] },
        { deadlineMs: 20000 });
      let proved = 0;
      const askUpTo = async (from, to) => {
        for (let k = from; k < to; k++) if ((await ask(k)).equal === true) proved++;
      };
      await askUpTo(1, 501);
      const before = process.memoryUsage().rss;
      await askUpTo(501, 2001);
      const grownMb = (process.memoryUsage().rss - before) / 2 ** 20;
      console.log(JSON.stringify([proved, grownMb < 60]));`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", script],
      {
        encoding: "utf8",
        timeout: 60_000,
      },
    );
    expect({ stdout, stderr, status }).toEqual({ stdout: "[2000,true]\n", stderr: "", status: 0 });
  });
});
