import { readFileSync } from "node:fs";
import { it } from "vitest";
import { nativeRunner } from "../../dist/sandbox/index.js";
import { descendants, describeAttacks, storedAttacks } from "./attack-suite.js";

const runner = nativeRunner({ workers: 1 });
const { languages } = await runner.capabilities();
const usable = Object.entries(languages).flatMap(([name, state]) => ("available" in state ? [name] : []));
/** How many namespaces of processes one is in: the host's, its box's, and that of the run. */
function depth(pid: number): number {
  try {
    const [, pids = ""] = /^NSpid:(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return pids.trim().split(/\s+/).length;
  } catch {
    return 0;
  }
}

const hostDepth = depth(process.pid);

// A language that cannot be had on this machine is no failure of the sandbox, but has to be seen.
for (const [name, state] of Object.entries(languages)) {
  if ("reason" in state) it.skip(`attacks in ${name}: ${state.reason} ${state.advice ?? ""}`);
}

if (usable.length > 0) {
  describeAttacks({
    runner,
    attacks: storedAttacks(usable),
    leftOver: () => descendants(process.pid).filter((pid) => depth(pid) > hostDepth + 1),
  });
}
