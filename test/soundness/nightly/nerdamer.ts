import { createRequire } from "node:module";
import { serveTasks } from "../../../src/isolate/index.js";
import type { Judgement } from "../mathjs.js";
import { compareValues } from "./values.js";

interface Nerdamer {
  (
    text: string,
    values?: Readonly<Record<string, string>>,
  ): {
    readonly evaluate: () => { readonly text: (form: "decimals") => string };
    readonly toString: () => string;
  };
  /** Forgets every expression that was parsed; it keeps them all otherwise. */
  readonly flush: () => unknown;
}

/** Of both signs; where a root or a logarithm is not real there, the point says nothing. */
const POINTS = [
  { x: "0.37", y: "-1.43" },
  { x: "-2.19", y: "0.91" },
  { x: "1.61", y: "2.73" },
];

await serveTasks(() => {
  const nerdamer = createRequire(import.meta.url)("nerdamer/all") as Nerdamer;
  const valueAt = (text: string, point: (typeof POINTS)[number]) => {
    const value = nerdamer(text, point).evaluate().text("decimals");
    return /^-?[\d.]+$/.test(value) ? { re: Number(value), im: 0 } : null;
  };
  const isZero = (text: string): boolean => nerdamer(text).toString() === "0";
  return Promise.resolve(([a, b]: readonly [string, string]): Judgement => {
    // It takes `5 e^{i pi/3}` and `5 e^{-i pi/3}` for the same.
    if (/\bi\b/.test(`${a} ${b}`)) return "unclear";
    try {
      const judgement = compareValues(POINTS.map((point) => [valueAt(a, point), valueAt(b, point)]));
      return judgement === "unclear" && isZero(`expand((${a})-(${b}))`) ? "equal" : judgement;
    } finally {
      nerdamer.flush();
    }
  });
});
