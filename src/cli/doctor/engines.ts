import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Finding, Probe } from "./probe.js";

const require = createRequire(import.meta.url);

/** The version in the manifest above a file. */
function versionAbove(file: string): string {
  const folder = dirname(file);
  if (folder === file) return "of an unknown version";
  try {
    const manifest = readFileSync(join(folder, "package.json"), "utf8");
    const { version } = JSON.parse(manifest) as { readonly version?: string };
    return version ?? versionAbove(folder);
  } catch {
    return versionAbove(folder);
  }
}

function find(module: string): Finding {
  try {
    return { status: "ok", detail: versionAbove(require.resolve(module)) };
  } catch {
    return {
      status: "absent",
      detail: "answers that only computer algebra proves equal count as different",
      advice: "npm installs it with grpo-rewards, unless optional dependencies are left out.",
    };
  }
}

/** The computer algebra systems, by the module of each that is loaded. */
const MODULES: Readonly<Record<string, string>> = {
  mathjs: "mathjs/lib/browser/math.js",
  nerdamer: "nerdamer/all",
};

/** The computer algebra systems that verifiers may ask for a last proof. */
export const engines: readonly Probe[] = Object.entries(MODULES).map(([name, module]) => ({
  name,
  advice: `Install ${name} anew.`,
  run: () => find(module),
}));
