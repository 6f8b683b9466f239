import type { Options } from "tsup";
import config, { copyFiles } from "./tsup.config.js";

/** The wheel runs no programs and tests no verifiers: the interpreters would make it ten times as large. */
const isServed = (entry: string): boolean => !/^src\/(?:sandbox|testing)\//.test(entry);

/** The server with all that it imports, for those who have no npm: see python/bundle-server.mjs. */
const bundle: Options = {
  ...(config as Options),
  entry: ((config as Options).entry as string[]).filter(isServed),
  outDir: "python/server/dist",
  noExternal: [/./],
  // Of use only beside an SDK of the user's own; and the interpreters of the sandbox, and what draws the plots of
  // reports, which npm brings.
  external: ["@opentelemetry/api", "pyodide", "sucrase", /quickjs/, "@observablehq/plot", "linkedom"],
  metafile: true,
  onSuccess: () => copyFiles("python/server/dist"),
  plugins: [],
  // Packages in CommonJS ask for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);',
  },
  esbuildOptions: (options, context) => {
    (config as Options).esbuildOptions?.(options, context);
    options.legalComments = "none";
    // jiti itself loads its compiler by path, which a bundle does not have; of CommonJS, a bundle imports no names.
    options.alias = { jiti: "jiti/static", yaml: "./node_modules/yaml/browser/index.js" };
  },
};

export default bundle;
