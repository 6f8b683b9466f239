import { defineConfig, type ViteUserConfig } from "vitest/config";

const suites = ["unit", "property", "conformance", "attacks", "pins", "package", "docs", "bridge"];

const config: ViteUserConfig = defineConfig({
  test: {
    projects: suites.map((name) => ({
      test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 30_000 },
    })),
  },
});

export default config;
