import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ok, type Finding, type Probe } from "./probe.js";

/** No reward of this version runs what a model wrote, so that nothing needs these yet. */
const NOT_NEEDED = "no reward of this version runs code, so it is not needed";

async function tryCommand(command: string, args: readonly string[], found: string): Promise<Finding> {
  try {
    const { stdout } = await promisify(execFile)(command, args, { timeout: 5000 });
    return ok(`${stdout.trim() || found}; ${NOT_NEEDED}`);
  } catch {
    return { status: "absent", detail: NOT_NEEDED };
  }
}

/** What programs could be shut in with. */
export const sandbox: readonly Probe[] = [
  {
    name: "bubblewrap",
    advice: "Install bubblewrap.",
    run: () => tryCommand("bwrap", ["--version"], "found"),
  },
  {
    name: "user namespaces",
    advice: "Allow unprivileged user namespaces.",
    run: () => tryCommand("unshare", ["--user", "--map-root-user", "true"], "allowed"),
  },
];
