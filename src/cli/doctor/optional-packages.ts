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

interface OptionalPackage {
  /** The module of it that is loaded. */
  readonly module: string;
  /** What there is not without it. */
  readonly without: string;
  readonly advice: string;
}

const engine = {
  without: "answers that only computer algebra proves equal count as different",
  advice: "npm installs it with grpo-rewards, unless optional dependencies are left out.",
};

/** The wheel, which the Python client asks before an installation by npm, has none. */
const interpreter = {
  advice:
    "npm install grpo-rewards brings it, unless optional dependencies are left out. For a Python client with the " +
    "server of its wheel, set GRPO_REWARDS_COMMAND=node_modules/.bin/grpo-rewards.",
};

const format = {
  advice: "npm install grpo-rewards brings it, unless optional dependencies are left out.",
};

const PACKAGES: Readonly<Record<string, OptionalPackage>> = {
  mathjs: { module: "mathjs/lib/browser/math.js", ...engine },
  nerdamer: { module: "nerdamer/all", ...engine },
  pyodide: { module: "pyodide", without: "Python runs in the native sandbox or not at all", ...interpreter },
  quickjs: {
    module: "quickjs-emscripten-core",
    without: "JavaScript runs in the native sandbox or not at all",
    ...interpreter,
  },
  sucrase: { module: "sucrase", without: "TypeScript does not run", ...interpreter },
  "csv-parse": { module: "csv-parse", without: "score reads no CSV", ...format },
  hyparquet: { module: "hyparquet", without: "score reads no Parquet", ...format },
  "hyparquet-compressors": {
    module: "hyparquet-compressors",
    without: "score reads no Parquet",
    ...format,
  },
  "hyparquet-writer": {
    module: "hyparquet-writer",
    without: "score and filter write no Parquet",
    ...format,
  },
};

function find({ module, without: detail, advice }: OptionalPackage): Finding {
  try {
    return { status: "ok", detail: versionAbove(require.resolve(module)) };
  } catch {
    return { status: "absent", detail, advice };
  }
}

/** The packages that verifiers ask for a last proof, interpreters of rewards that run programs, and formats of files. */
export const optionalPackages: readonly Probe[] = Object.entries(PACKAGES).map(([name, wanted]) => ({
  name,
  advice: `Install ${name} anew.`,
  run: () => find(wanted),
}));
