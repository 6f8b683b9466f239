import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as advantage from "../../src/advantage/index.js";
import { ROOT } from "./code-blocks.js";

const page = readFileSync(new URL("docs/advantages.md", ROOT), "utf8");

/** The cells of the row that begins with a name. */
const cellsOf = (name: string): readonly string[] =>
  (page.split("\n").find((line) => line.startsWith(`| \`${name}\` `)) ?? "")
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

describe("docs/advantages.md", () => {
  it.each(Object.keys(advantage.estimators))("has a formula and a source for %s", (name) => {
    const [, fn = "", formula, source] = cellsOf(name);
    expect(advantage).toHaveProperty(fn.replaceAll("`", ""));
    expect(formula).toMatch(/\S/);
    expect(source).toMatch(/arXiv:\d{4}\.\d{5}|NeMo-RL/);
  });

  it.each(Object.entries(advantage.presets))("has the numbers of the preset %s", (name, settings) => {
    const { scale, ddof, eps, singleton, unscorable } = settings;
    const [, ...cells] = cellsOf(name);
    expect(cells.slice(0, 5)).toEqual([
      scale,
      String(ddof),
      eps.toExponential(),
      singleton === "raw" ? "its reward" : "0",
      unscorable === "zero" ? "counts as 0" : "stays out",
    ]);
  });

  it("names every function that computes something, and every preset of a filter", () => {
    const functions = Object.entries(advantage).filter(([, value]) => typeof value === "function");
    const helpers = ["checkAdvantageOptions", "estimateAdvantages", "mapGroups", "rowsByGroup"];
    const names = functions.map(([name]) => name).filter((name) => !helpers.includes(name));
    for (const name of [...names, ...Object.keys(advantage.filterPresets)])
      expect(page).toContain(`\`${name}\``);
  });
});
