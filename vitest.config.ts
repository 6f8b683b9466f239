import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Suites of pure functions: their files share a worker's modules, which would otherwise be loaded two hundred times. */
const pure = ["unit", "property", "conformance", "attacks", "pins"];
const processes = ["package", "docs", "bridge"];

const config: ViteUserConfig = defineConfig({
  test: {
    // The default leaves one core to the runner, which is half of a machine of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [...pure, ...processes].map((name) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        setupFiles: ["test/seed.ts"],
        testTimeout: pure.includes(name) ? 30_000 : 90_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 30_000 } },
        isolate: !pure.includes(name),
      },
    })),
  },
});

export default config;
