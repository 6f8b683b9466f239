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
  [String.raw`\boxed{41} % \boxed{42}`, `${String.raw`\boxed{41}`}${" ".repeat(13)}`],
  [String.raw`5 % of 840 is \boxed{42}`, String.raw`5 % of 840 is \boxed{42}`],
  ["41\n[//]: # (42)\n43", "41\n            \n43"],
  ["<?42?>41", `${" ".repeat(6)}41`],
  [String.raw`\iffalse 42\fi 41`, `${" ".repeat(14)} 41`],
  ["<DEL>42</del>41", `${" ".repeat(13)}41`],
  ["<s>42</s> 41", `${" ".repeat(9)} 41`],
  ["<del>41", "<del>41"],
  ["<script>42</script >", "<script>42</script >"],
  ['<p style="display: none">42</p>41', `${" ".repeat(31)}41`],
  ["<p>42</p>", "<p>42</p>"],
  [String.raw`\cancel{\boxed{42}}41`, `${" ".repeat(19)}41`],
  [String.raw`\boxed{\cancel{2}41}`, String.raw`\boxed{\cancel{2}41}`],
  [String.raw`\phantom{\boxed{42}`, String.raw`\phantom{\boxed{42}`],
  [String.raw`\begin{comment}42\end{comment}41`, `${" ".repeat(30)}41`],
])("what is seen of %j", (text, visible) => {
  expect(visibleText(text)).toBe(visible);
});
