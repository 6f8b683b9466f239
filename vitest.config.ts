import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Suites of pure functions: their files share a worker's modules, which would otherwise be loaded two hundred times. */
const pure = ["unit", "property", "conformance", "attacks", "pins"];
const processes = ["package", "docs", "bridge"];

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [...pure, ...processes].map((name) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        setupFiles: ["test/seed.ts"],
        testTimeout: pure.includes(name) ? 30_000 : 90_000,
        hookTimeout: 60_000,
        isolate: !pure.includes(name),
      },
    })),
  },
});

export default config;
