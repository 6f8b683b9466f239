import type { Finding, Probe } from "./probe.js";

/** What a probe found. */
export type NamedFinding = Finding & { readonly name: string };

/** Generous, since a machine that trains is busy. */
const LIMIT_MS = 60_000;

async function limited(run: Probe["run"]): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs the probes, one after the other. What a probe throws is its failure. */
export async function examine(probes: readonly Probe[]): Promise<NamedFinding[]> {
  const findings: NamedFinding[] = [];
  for (const { name, run, advice } of probes) {
    const finding = await limited(run).catch((error: unknown): Finding => {
      const detail = error instanceof Error ? error.message : String(error);
      return { status: "failed", detail, advice };
    });
    findings.push({ name, ...finding });
  }
  return findings;
}

const LABELS: Readonly<Record<Finding["status"], string>> = { ok: "ok", absent: "absent", failed: "FAILED" };

/** The findings as a table, what to do about each, and the sum. */
export function describeFindings(findings: readonly NamedFinding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, status, detail, advice }) => {
    const line = `${LABELS[status].padEnd(8)}${name.padEnd(width + 2)}${detail}`;
    return advice === undefined ? [line] : [line, `${" ".repeat(width + 10)}${advice}`];
  });
  const failed = findings.filter(({ status }) => status === "failed").length;
  const sum = failed === 0 ? "Ready to score." : `${failed} of ${findings.length} checks failed.`;
  return `${[...lines, "", sum].join("\n")}\n`;
}
