import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { combinatorInfos } from "../../src/cli/list/catalogue.js";
import { rewardsPage } from "../../src/cli/list/markdown.js";
import { builtinRewards } from "../../src/rewards/index.js";
import { combinators } from "../../src/spec/index.js";
import { INFO } from "../unit/cli/list/info.js";
import { ROOT } from "./code-blocks.js";

const page = rewardsPage(
  builtinRewards.map(({ info }) => info),
  combinatorInfos(combinators),
);

it("docs/rewards.md is what `npm run docs` writes", () => {
  expect(readFileSync(new URL("docs/rewards.md", ROOT), "utf8")).toBe(page);
});

it("the page has a section for every entry of its contents, and the other way round", () => {
  const contents = page.slice(0, page.indexOf("\n## "));
  const links = [...contents.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  const headings = [...page.matchAll(/^#{2,} `?([^`\n]+)`?$/gm)].map(([, title = ""]) =>
    title.toLowerCase().replaceAll(" ", "-"),
  );
  expect(headings.sort()).toEqual(links.sort());
  expect(new Set(headings).size).toBe(headings.length);
});

it("every link leads to a heading", () => {
  const anchors = [...page.matchAll(/^#{2,} `?([^`\n]+)`?$/gm)].map(([, title = ""]) =>
    title.toLowerCase().replaceAll(" ", "-"),
  );
  for (const [, anchor] of page.matchAll(/\]\(#([\w-]+)\)/g)) expect(anchors).toContain(anchor);
});

it("what is a sign of Markdown in a text stands for itself", () => {
  const section = rewardsPage([INFO], []);
  expect(section).toContain("with a \\<b\\> tag \\| else 0.");
  expect(section).toContain(
    '| `unit` | "words" or "tokens" | `"words"` | What is counted.<br>`words`: runs of letters<br>`tokens`: what the policy reads |',
  );
  expect(section).toContain(
    "| `limit` | integer, at least 1 | required | The greatest length that is short. |",
  );
  expect(section).toContain('- preset `trl`: `{"unit":"tokens"}`');
});
