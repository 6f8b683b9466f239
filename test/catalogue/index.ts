import { readdirSync } from "node:fs";
import type { AnyRewardFactory } from "../../src/rewards/define-reward.js";
import { builtinRewards } from "../../src/rewards/index.js";
import type { CatalogueCase } from "./case.js";

const FOLDER = new URL("./", import.meta.url);
const MACHINERY = ["case", "index"];

async function readCase(file: string): Promise<[string, CatalogueCase]> {
  const { default: read } = (await import(new URL(`${file}.ts`, FOLDER).href)) as { default: CatalogueCase };
  return [file.replaceAll("-", "_"), read];
}

const files = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((file) => !MACHINERY.includes(file));

const cases: ReadonlyMap<string, CatalogueCase> = new Map(await Promise.all(files.map(readCase)));

/** The names of the cases. */
export const caseNames: readonly string[] = [...cases.keys()];

/** The case of a reward. */
export function caseOf({ info }: AnyRewardFactory): CatalogueCase {
  const found = cases.get(info.name);
  if (found) return found;
  throw new Error(`test/catalogue has no case for ${info.name}; add ${info.name.replaceAll("_", "-")}.ts.`);
}

/** Every reward of the registry with its name and case, for `describe.each`. */
export const catalogue: readonly (readonly [string, AnyRewardFactory, CatalogueCase])[] = builtinRewards.map(
  (factory) => [factory.info.name, factory, caseOf(factory)] as const,
);
