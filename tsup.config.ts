import { defineConfig } from "tsup";

type Config = Exclude<Parameters<typeof defineConfig>[0], readonly unknown[] | ((...args: never) => unknown)>;

const shared: Config = { format: "esm", target: "node20", platform: "node", dts: false };

/** What the files of dist/math and of dist/math/engines import from outside. */
const APART: Readonly<Record<string, string>> = {
  core: "../core/index.js",
  isolate: "../../isolate/index.js",
};

// Types come from tsc (tsconfig.build.json).
const config: ReturnType<typeof defineConfig> = defineConfig([
  {
    // One output file per source file: an importer pays only for what it names, and worker URLs stay valid.
    ...shared,
    entry: ["src/**/*.ts", "!src/math/**"],
    bundle: false,
  },
  {
    // The verifier is one module to its users, and two hundred files here: Node takes 0.3 ms to open each.
    ...shared,
    entry: ["src/math/index.ts", "src/math/engines/index.ts", "src/math/engines/worker.ts"],
    outDir: "dist/math",
    splitting: true,
    // Half of what its import takes is the parsing of its text.
    minify: true,
    esbuildPlugins: [
      {
        name: "core-and-isolate-stay-apart",
        setup: (build) =>
          build.onResolve({ filter: /\/(?:core|isolate)\/index\.js$/ }, ({ path }) => {
            const layer = path.split("/").at(-2) ?? "";
            return { path: APART[layer] ?? path, external: true };
          }),
      },
    ],
  },
]);

export default config;
