/** Whether a program includes a header, wherever the line stands. */
const includes = (source: string, header: string): boolean => source.includes(`#include "${header}"`);

/**
 * A submission to the IOI with the lines that models leave out: the standard library, the problem's header if its files
 * have it, and `using namespace std`. It does as the `add_includes` of open-r1.
 *
 * @param id name of the problem, whose header is `<id>.h`
 */
export function withIncludes(
  source: string,
  id: string,
  files: Readonly<Record<string, string>> = {},
): string {
  const header = `${id}.h`;
  const lines = ["#include <bits/stdc++.h>"];
  if (Object.hasOwn(files, header) && !includes(source, header)) lines.push(`#include "${header}"`);
  if (!source.includes("using namespace std;") && !source.includes("std::"))
    lines.push("using namespace std;");
  return `${lines.join("\n")}\n${source}`;
}
