import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const CASES: readonly (readonly [source: string, tree: string])[] = [
  [String.raw`\sum_{k=1}^{n} k`, "sum[k 1 n](k)"],
  [String.raw`\sum_{i=1}^n i`, "sum[i 1 n](i)"],
  [String.raw`\sum_{i=1}^{n} i + i`, "(+ sum[i 1 n](i) #i)"],
  [String.raw`\sum\limits_{d \mid n} d`, "sum[ [d divides n] ?](d)"],
  [String.raw`\prod_{k=1}^{n} k`, "product[k 1 n](k)"],
  [String.raw`\int_0^1 x\,dx`, "integral[x 0 1](x)"],
  [String.raw`\int x + 1 \, dx`, "integral[x ? ?]((+ x 1))"],
  [String.raw`\int \frac{3 dz}{z}`, "integral[z ? ?]((/ 3 z))"],
  [String.raw`\int^b_a x\,dx`, "integral[x a b](x)"],
  [String.raw`\prod^c_{a = b} x`, "product[a b c](x)"],
  [String.raw`\int_{ }^{} x dx`, "integral[x ? ?](x)"],
  [String.raw`\int \{x dx\}`, "integral[x ? ?](x)"],
  [String.raw`\int (x+a)`, "failure: no_differential"],
  [String.raw`\oint_C z\,dz`, "@oint((* z d z), C)"],
  [String.raw`\iint_D x \,dA`, "@iint((* x d A), D)"],
  [String.raw`\left.\frac{x^2}{2}\right|_0^1`, "(+ (/ (^ 1 2) 2) (- (/ (^ 0 2) 2)))"],
  [String.raw`\left.x^2 y\right|_{x=3}`, "(* (^ 3 2) y)"],
  [String.raw`\left.x y\right|_0^1`, "failure: unclear_evaluation"],
  [String.raw`\left.\frac{dy}{dx}\right|_{x=1}`, "failure: unclear_evaluation"],
  [String.raw`\int dx`, "integral[x ? ?](1)"],
  [String.raw`\int_0^1\int_0^1 xy\,dx\,dy`, "integral[y 0 1](integral[x 0 1]((* x y)))"],
  [String.raw`\int x dx + 1`, "(+ integral[x ? ?](x) 1)"],
  [String.raw`\lim_{x\to 0} x`, "limit[x 0 ?](x)"],
  [String.raw`\lim_{x\to 3^+} \frac{1}{x}`, "limit_right[x 3 ?]((/ 1 x))"],
  [String.raw`\lim_{x\to 3^{-}} x`, "limit_left[x 3 ?](x)"],
  [String.raw`\frac{d}{dx} x^2`, "d1/dx((^ x 2))"],
  [String.raw`\frac{d}{dx}(x)y`, "(* d1/dx(x) y)"],
  [String.raw`\frac{dy}{dx}`, "d1/dx(y)"],
  [String.raw`\frac{d^2y}{dx^2}`, "d2/dx(y)"],
  [String.raw`\frac{\partial f}{\partial x}`, "d1/dx(f)"],
  [String.raw`\frac{d}{2}`, "(/ d 2)"],
];

it.each(CASES)("Sums, integrals, limits, derivatives: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});
