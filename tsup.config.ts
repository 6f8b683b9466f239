import { defineConfig } from "tsup";

// One output file per source file: an importer pays only for what it names, and worker URLs stay valid.
// Types come from tsc (tsconfig.build.json).
const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: ["src/**/*.ts"],
  format: "esm",
  target: "node20",
  platform: "node",
  bundle: false,
  dts: false,
  clean: true,
});

export default config;
