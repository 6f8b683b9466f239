import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { AuditReport } from "../../src/cli/audit/report.js";
import { MAIN } from "./server-process.js";

export const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function audit(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "audit", ...args], {
    encoding: "utf8",
    timeout: 290_000,
    maxBuffer: 1e9,
  });
  return { code: status, stdout, stderr };
}

/** The report in JSON, and the exit code. */
export function reportOf(...args: readonly string[]): AuditReport & { readonly code: number | null } {
  const { code, stdout, stderr } = audit(...args, "--format", "json");
  if (stdout === "") throw new Error(stderr);
  return { ...(JSON.parse(stdout) as AuditReport), code };
}
