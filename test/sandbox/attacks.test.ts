import { embeddedRunner } from "../../dist/sandbox/index.js";
import { descendants, describeAttacks, storedAttacks } from "./attack-suite.js";
import { OWN_ATTACKS } from "./own-attacks.js";

describeAttacks({
  runner: embeddedRunner({ workers: 1 }),
  attacks: [...storedAttacks(["python", "javascript"]), ...OWN_ATTACKS],
  // All programs run in threads of one process.
  leftOver: () => descendants(process.pid).slice(1),
});
