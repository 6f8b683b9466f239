// One process per table, so that one case's garbage is not another's pause. Names of files pick among them, and what
// begins with a dash, and all behind it, is handed on.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const FILES = [
  "imports",
  "rewards",
  "advantages",
  "verify",
  "bridge",
  "sandbox",
  "score",
  "comparison",
  "testing",
];
const given = process.argv.slice(2);
const dash = given.findIndex((each) => each.startsWith("-"));
const names = dash < 0 ? given : given.slice(0, dash);
const flags = dash < 0 ? [] : given.slice(dash);
const unknown = names.filter((name) => !FILES.includes(name));
if (unknown.length > 0)
  throw new Error(`No such table: ${unknown.join(", ")}; there are ${FILES.join(", ")}.`);

for (const file of names.length > 0 ? names : FILES) {
  const { status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL(`${file}.mjs`, import.meta.url)), ...flags],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
