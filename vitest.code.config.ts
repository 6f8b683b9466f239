import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Programs that are run in the sandbox, hostile ones among them: `npm run test:code`. */
const config: ViteUserConfig = defineConfig({
  test: { include: ["test/sandbox/**/*.test.ts"], testTimeout: 120_000, fileParallelism: false },
});

export default config;
