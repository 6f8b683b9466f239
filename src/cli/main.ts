#!/usr/bin/env node
import { isNewEnough, OLDEST_NODE } from "./node-version.js";

const EXIT_USAGE = 2;

if (isNewEnough(process.versions.node)) {
  // Only here: an older Node may not even read the rest.
  const { run } = await import("./program.js");
  await run();
} else {
  process.stderr.write(
    `grpo-rewards: This is Node.js ${process.versions.node}, ${process.execPath}: install version ${OLDEST_NODE} or newer ` +
      "from https://nodejs.org, or with pip: grpo-rewards[node].\n",
  );
  process.exitCode = EXIT_USAGE;
}
