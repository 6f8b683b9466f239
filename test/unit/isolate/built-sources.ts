import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const CACHE = new URL("../../../node_modules/.cache/", import.meta.url);

/**
 * TypeScript files built side by side, as worker threads need them: Node loads no TypeScript there. The folder lies
 * inside the repository, so that packages resolve.
 */
export async function buildSources(
  entries: readonly URL[],
): Promise<{ readonly at: (file: string) => URL; readonly remove: () => void }> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(fileURLToPath(new URL("grpo-rewards-test-", CACHE)));
  await build({
    entryPoints: entries.map((url) => fileURLToPath(url)),
    outdir: folder,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
  });
  return {
    at: (file) => new URL(file, `file://${folder}/`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
