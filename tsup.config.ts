import { defineConfig } from "tsup";

// Types come from tsc (tsconfig.build.json).
const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: [
    // What package.json names.
    "src/index.ts",
    "src/advantage/index.ts",
    "src/code/index.ts",
    "src/math/index.ts",
    "src/server/index.ts",
    "src/cli/main.ts",
    // Threads, which are started by URL, and what starts them: such a file stays beside the other, as in src.
    "src/math/engines/index.ts",
    "src/math/engines/worker.ts",
    "src/cli/verify/run-pairs.ts",
    "src/cli/verify/worker.ts",
    "src/server/parent-watch-thread.ts",
  ],
  format: "esm",
  target: "node20.19",
  platform: "node",
  dts: false,
  removeNodeProtocol: false,
  // What entries share is written once. Node takes 0.3 ms to open a file, so there are few.
  splitting: true,
  esbuildOptions: (options) => {
    // A folder deep, as the entries, so that what stands beside dist is found from anywhere.
    options.chunkNames = "chunks/[name]-[hash]";
    // Half of what an import takes is the parsing of its text. Without white space it would take 5 % less, but esbuild
    // then drops the notes on purity, and users' bundlers keep every reward and the verifier for the sake of one.
    options.minifySyntax = true;
    options.minifyIdentifiers = true;
    // A literal with \p costs up to 0.5 ms where it is parsed; one that is constructed costs it when it is made.
    options.supported = { "regexp-unicode-property-escapes": false };
  },
});

export default config;
