import { serveTasks } from "../../../src/isolate/index.js";
import type { Judgement } from "../mathjs.js";
import { type Cartesian, compareValues } from "./values.js";

/** The part of the engine that is used; its own types do not resolve for Node. */
interface ComputeEngine {
  readonly box: (json: unknown) => Boxed;
  readonly parse: (latex: string) => Boxed;
}
interface Boxed {
  readonly subs: (values: Readonly<Record<string, Boxed>>) => Boxed;
  readonly N: () => { readonly json: unknown };
}
interface Library {
  readonly ComputeEngine: new () => ComputeEngine;
}

type Point = Readonly<Record<"x" | "y", Cartesian>>;

const COMPLEX_POINTS: readonly Point[] = [
  { x: { re: 0.41, im: 0.27 }, y: { re: -1.38, im: 0.61 } },
  { x: { re: -2.23, im: 0.71 }, y: { re: 0.87, im: -1.27 } },
];

/** Where an absolute value stands, variables are real. */
const REAL_POINTS: readonly Point[] = [
  { x: { re: 0.41, im: 0 }, y: { re: -1.38, im: 0 } },
  { x: { re: -2.23, im: 0 }, y: { re: 0.87, im: 0 } },
];

/** A number of MathJSON: `0.5`, `{ num: "0.5" }` or `["Complex", re, im]`. */
function toCartesian(json: unknown): Cartesian | null {
  if (Array.isArray(json) && json[0] === "Complex") return { re: toReal(json[1]), im: toReal(json[2]) };
  const re = toReal(json);
  return Number.isNaN(re) ? null : { re, im: 0 };
}

function toReal(json: unknown): number {
  if (typeof json === "number") return json;
  if (Array.isArray(json) && json[0] === "Rational") return toReal(json[1]) / toReal(json[2]);
  return typeof json === "object" && json !== null && "num" in json ? Number(json.num) : NaN;
}

await serveTasks(async () => {
  const { ComputeEngine } = (await import("@cortex-js/compute-engine")) as unknown as Library;
  const engine = new ComputeEngine();
  const valueAt = (latex: string, { x, y }: Point): Cartesian | null => {
    const box = ({ re, im }: Cartesian): Boxed => engine.box(im === 0 ? re : ["Complex", re, im]);
    const value = toCartesian(
      engine
        .parse(latex)
        .subs({ x: box(x), y: box(y) })
        .N().json,
    );
    return value !== null && Number.isFinite(value.re) && Number.isFinite(value.im) ? value : null;
  };
  return ([a, b]: readonly [string, string]): Judgement => {
    const points = `${a}${b}`.includes("\\left|") ? REAL_POINTS : COMPLEX_POINTS;
    return compareValues(points.map((point) => [valueAt(a, point), valueAt(b, point)]));
  };
});
