import { expect, it } from "vitest";
import { withIncludes } from "../../../src/code/index.js";

const STANDARD = "#include <bits/stdc++.h>\n";
const SPACE = "using namespace std;\n";
const files = { "wall.h": "int height();" };

it.each<[string, string, Readonly<Record<string, string>>, string]>([
  ["everything", "int main() {}", files, `${STANDARD}#include "wall.h"\n${SPACE}int main() {}`],
  ["no header that is not there", "int main() {}", {}, `${STANDARD}${SPACE}int main() {}`],
  ["no header twice", '#include "wall.h"\n', files, `${STANDARD}${SPACE}#include "wall.h"\n`],
  ["no namespace that is named", "std::sort(a, b);", {}, `${STANDARD}std::sort(a, b);`],
  ["no namespace twice", "using namespace std;", {}, `${STANDARD}using namespace std;`],
])("adds %s", (_what, source, given, expected) => {
  expect(withIncludes(source, "wall", given)).toBe(expected);
});
