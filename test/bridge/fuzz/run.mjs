// Many inputs of any kind against the server: node run.mjs [--inputs N] [--seed N]
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 30) },
  },
});
console.log(`seed ${values.seed}`);
const { status } = spawnSync("npx", ["vitest", "run", "--project", "bridge", "test/bridge/fuzz.test.ts"], {
  stdio: "inherit",
  env: { ...process.env, FUZZ_INPUTS: values.inputs, FUZZ_SEED: values.seed },
});
process.exitCode = status ?? 1;
