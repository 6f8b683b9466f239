import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ALL_PAGES, prose, readPage, ROOT } from "./code-blocks.js";

/** The anchors of a page, as GitHub makes them of its headings. */
function anchors(page: string): Set<string> {
  const found = new Set<string>();
  const headings = readPage(page)
    .replace(/^```.+?^```$/gms, "")
    .matchAll(/^#+ (.+)$/gm);
  for (const [, heading = ""] of headings) {
    const name = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    let anchor = name;
    for (let i = 1; found.has(anchor); i++) anchor = `${name}-${i}`;
    found.add(anchor);
  }
  return found;
}

const links = (page: string): string[] =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

describe.each(ALL_PAGES)("%s", (page) => {
  const local = links(page).filter((target) => !/^[a-z]+:/.test(target));

  it("links to what is there", () => {
    const missing = local.filter((target) => {
      const [path = "", anchor] = target.split("#");
      const url = path === "" ? new URL(page, ROOT) : new URL(path, new URL(page, ROOT));
      if (!existsSync(url)) return true;
      const linked = url.href.slice(ROOT.href.length);
      return anchor !== undefined && linked.endsWith(".md") && !anchors(linked).has(anchor);
    });
    expect(missing).toEqual([]);
  });
});
