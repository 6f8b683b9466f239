import { describe, expect, it } from "vitest";
import { COUNTERPARTS } from "../../src/rewards/counterparts.js";
import { builtinRewards } from "../../src/rewards/index.js";
import { deviations } from "../conformance/systems.js";
import { readPage } from "./code-blocks.js";

/** A page, the system that it is about, and how its recorded calls are named. */
const PAGES: readonly (readonly [page: string, system: string, recorded: string | null])[] = [
  ["docs/migrating-from-open-r1.md", "open-r1", "open_r1"],
  ["docs/migrating-from-trl.md", "TRL", "trl"],
  ["docs/migrating-from-verl.md", "verl", "verl"],
  ["docs/migrating-from-others.md", "verifiers", null],
  ["docs/migrating-from-others.md", "ms-swift", "ms_swift"],
  ["docs/migrating-from-others.md", "TinyZero", "tinyzero"],
  ["docs/migrating-from-others.md", "Mini-R1", "mini_r1"],
  ["docs/migrating-from-others.md", "Will Brown's demo", "will_brown"],
];

const infos = new Map(builtinRewards.map(({ info }) => [info.name, info]));

const rows = (page: string): string[][] =>
  readPage(page)
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .replaceAll("\\|", "¦")
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const inCode = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What rewards are named in a page's code, as Python or YAML writes them, and with which presets. */
function named(text: string): { readonly name: string; readonly preset: string | undefined }[] {
  const pairs = text.matchAll(
    /(?:\(|name: )"?(\w+)"?, (?:options: )?\{(?:[^{}]*?"?preset"?: "?([\w-]+)"?)?/g,
  );
  return [...pairs].map(([, name = "", preset]) => ({ name, preset }));
}

describe.each(PAGES)("%s, for %s", (page, system, recorded) => {
  const all = rows(page);

  it("has every reward of the system, by all of its names, beside what stands here for it", () => {
    for (const { names, reward, options } of COUNTERPARTS[system] ?? []) {
      for (const name of names) {
        const row = all.find((cells) => cells.slice(0, 2).some((cell) => inCode(cell).includes(name)));
        expect(row, name).toBeDefined();
        const here = row?.slice(1).join(" ") ?? "";
        if (reward !== null) expect(here).toMatch(new RegExp(`\\b${reward}\\b`));
        if (typeof options.preset === "string") expect(here).toContain(options.preset);
      }
    }
  });

  it("tells every deviation from its recorded calls", () => {
    const text = readPage(page).replaceAll("\\*", "*");
    const reasons = deviations
      .filter(({ returns }) => Object.keys(returns).some((call) => call.startsWith(`${recorded}.`)))
      .map(({ reason }) => reason);
    expect(reasons.length > 0).toBe(recorded !== null);
    for (const reason of reasons) expect(text).toContain(reason);
  });
});

describe.each([...new Set(PAGES.map(([page]) => page))])("%s", (page) => {
  it("names rewards and presets that there are", () => {
    const found = named(readPage(page));
    expect(found.length).toBeGreaterThan(5);
    for (const { name, preset } of found) {
      expect(infos.has(name), name).toBe(true);
      if (preset !== undefined) expect(Object.keys(infos.get(name)?.presets ?? {}), name).toContain(preset);
    }
  });

  // The fourth column of these tables, and of no others, is a default.
  const settings = rows(page).filter(
    ([, , of = "", value]) =>
      value !== undefined && inCode(of).length > 0 && inCode(of).every((name) => infos.has(name)),
  );

  it("has settings", () => {
    expect(settings.length).toBeGreaterThan(5);
  });

  it.each(settings)(
    "the setting %s is the option %s of %s, by default %s",
    (_, option = "", of = "", value = "") => {
      const [name = ""] = inCode(option);
      const key = camelCase(name.split(":")[0] ?? "");
      for (const reward of inCode(of).filter((each) => infos.has(each))) {
        const { presets = {}, options } = infos.get(reward) ?? {};
        const declared = (options?.properties as Record<string, { default?: unknown }>)[key];
        expect(declared, `${key} of ${reward}`).toBeDefined();
        const values = Object.values({ ...presets, none: {} }).map(
          (preset: Readonly<Record<string, unknown>>) => preset[key] ?? declared?.default,
        );
        expect(values.map(shown), reward).toContain(value.replaceAll("`", "").split(/[;( ]/)[0]);
      }
    },
  );
});
