import { expect, it } from "vitest";
import { outlineOf } from "./trees.js";

const CASES: readonly (readonly [source: string, tree: string])[] = [
  [String.raw`10\text{ cm}`, "10 'cm'"],
  [String.raw`10\,\mathrm{cm}^2`, "10 'cm^2'"],
  [String.raw`15\mbox{ cm}^2`, "15 'cm^2'"],
  [String.raw`5 \text{ km/h}`, "5 'km/h'"],
  [String.raw`5 \mathrm{~h}`, "5 'h'"],
  ["9.8 m/s^2", "9.8 'm/s^2'"],
  [String.raw`9.8 \mathrm{m}/\mathrm{s}^2`, "9.8 'm/s^2'"],
  [String.raw`\$4.50`, "4.50 '$'"],
  ["$4.50", "4.50 '$'"],
  [String.raw`-\$5`, "(- 5 '$')"],
  [String.raw`\$5 \text{ million}`, "5 '$ million'"],
  [String.raw`\$20/\text{hour}`, "20 '$/hour'"],
  [String.raw`\$6+2x`, "(+ 6 (* 2 x)) '$'"],
  [String.raw`-\$6+2`, "(+ (- 6) 2) '$'"],
  [String.raw`USD \frac{6}{1}+0`, "(+ (/ 6 1) 0) 'USD'"],
  [String.raw`\$6+\$2`, "(+ 6 '$' 2 '$')"],
  ["4.50 dollars", "4.50 'dollars'"],
  ["£20", "20 '£'"],
  ["20€", "20 '€'"],
  [String.raw`12 \text{ apples}`, "12 'apples'"],
  [String.raw`\text{7 apples}`, "7 'apples'"],
  ["60 miles per hour", "60 'miles per hour'"],
  ["10 cm", "10 'cm'"],
  ["100 USD", "100 'USD'"],
  ["10:05 PM", "10:05 'PM'"],
  ["4t", "(* 4 t)"],
  ["5m", "(* 5 m)"],
  [String.raw`2\sqrt3\text{ cm}`, "(* 2 root(3, 2)) 'cm'"],
  [String.raw`3+2\sqrt3\text{ cm}`, "(+ 3 (* 2 root(3, 2))) 'cm'"],
  [String.raw`3\frac12\text{ cm}`, "(+ 3 (/ 1 2)) 'cm'"],
  [String.raw`x=5\text{ cm}`, "[x = 5 'cm']"],
  [String.raw`30^\circ`, "degrees(30)"],
  [String.raw`30^{\circ}`, "degrees(30)"],
  ["30°", "degrees(30)"],
  [String.raw`45 \text{ degrees}`, "degrees(45)"],
  [String.raw`45^\circ 30'`, "degrees((+ 45 (/ 30 60)))"],
  [String.raw`25^\circ C`, "25 'degC'"],
  [String.raw`5 \text{ min}`, "5 'min'"],
  ["28 pct", "percent(28)"],
  ["28 percentage", "percent(28)"],
  ["1,000.99m²", "1000.99 'm^2'"],
  ["12m^2", "(* 12 (^ m 2))"],
  ["3s^2", "(* 3 (^ s 2))"],
  ["2x+3m²", "(+ (* 2 x) (* 3 (^ m 2)))"],
  ["16cm^2", "16 'cm^2'"],
  ["12km", "12 'km'"],
  ["250ml", "250 'ml'"],
  ["4000千克", "4000 '千克'"],
  ["2lb", "(* 2 l b)"],
];

const COMPOUND: readonly (readonly [source: string, tree: string])[] = [
  ["6 feet 2 inches", "(+ 6 'feet' 2 'inches')"],
  ["5 ft 3 in", "(+ 5 'ft' 3 'in')"],
  ["1 h 15 min", "(+ 1 'h' 15 'min')"],
  ["3 min 20 s", "(+ 3 'min' 20 's')"],
  ["2 hours 5 minutes 10 seconds", "(+ 2 'hours' 5 'minutes' 10 'seconds')"],
  [String.raw`3\text{ lb }4\text{ oz}`, "(+ 3 'lb' 4 'oz')"],
  [`5'6"`, "(+ 5 'ft' 6 'in')"],
  ["1 hour and 30 minutes", "(+ 1 'hour' 30 'minutes')"],
  ["x = 2 hours and 5 minutes", "[x = (+ 2 'hours' 5 'minutes')]"],
  ["1 hour and 90 minutes", "and<1 'hour', 90 'minutes'>"],
  ["3 hours and 4 apples", "and<3 'hours', 4 'apples'>"],
  ["3 cm and 4 cm", "and<3 'cm', 4 'cm'>"],
  ["3 apples 4 oranges", '"3 apples 4 oranges"'],
  ["2 inches 6 feet", '"2 inches 6 feet"'],
  ["5 km 3 kg", "failure: unexpected_token"],
];

it.each(COMPOUND)("Compound quantities: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});

it.each(CASES)("Units and counted things: %s", (source, tree) => {
  expect(outlineOf(source)).toBe(tree);
});
