import { defineConfig, type ViteUserConfig } from "vitest/config";

/** The page of `report` in a real browser: `npm run test:report`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/report/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    fileParallelism: false,
  },
});

export default config;
