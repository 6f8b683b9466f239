import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import navigation from "../../site/navigation.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import typedoc from "../../site/typedoc.json" with { type: "json" };
import { ALL_PAGES, ROOT } from "./code-blocks.js";

it("the site's navigation has every page once", () => {
  const listed = navigation.flatMap(({ pages }) => pages);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.filter((page) => existsSync(new URL(page, ROOT))).sort()).toEqual(
    ALL_PAGES.filter((page) => page !== "README.md").sort(),
  );
});

it("the reference of the site has every entry point of the package", () => {
  const entries = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" ? [] : [target.default.replace("./dist/", "../src/").replace(/js$/, "ts")],
  );
  expect([...typedoc.entryPoints].sort()).toEqual(entries.sort());
});
