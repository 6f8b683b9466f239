import { expect, it } from "vitest";
import { visibleText } from "../../../src/text/index.js";

it.each([
  ["41\n% 42\n43", "41\n    \n43"],
  ["  % 42", "      "],
  ["41 % 42", "41 % 42"],
  ["5\\% of 42", "5\\% of 42"],
  ["<!-- 42 --> 41", `${" ".repeat(11)} 41`],
  ["41 <!-- 42", "41        "],
  ["~~42~~ 41", "       41"],
  ["$x~~=~~42$", "$x~~=~~42$"],
  ["$ ~~42 ~~ $", "$ ~~42 ~~ $"],
  ["~~4\n\n2~~", "~~4\n\n2~~"],
  [String.raw`\begin{comment}42\end{comment}41`, `${" ".repeat(30)}41`],
])("what is seen of %j", (text, visible) => {
  expect(visibleText(text)).toBe(visible);
});
