import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ok, type Finding, type Probe } from "./probe.js";

/** What runs programs here is an interpreter in WebAssembly, which needs none of these. */
const NOT_NEEDED = "the embedded sandbox does without it";

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
