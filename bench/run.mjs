// One process per table, so that one case's garbage is not another's pause.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

for (const file of ["imports", "rewards", "advantages", "verify", "bridge"]) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${file}.mjs`, import.meta.url))], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
