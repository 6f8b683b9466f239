import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Command } from "commander";
import { packageVersion } from "../server/package-version.js";
import type { LoggedRollout } from "../testing/index.js";
import { FORMATS } from "./audit/formats/index.js";
import { conclusion } from "./audit/formats/wording.js";
import type { IsolatedTarget } from "./audit/isolation/isolated-target.js";
import type { OpenOptions } from "./audit/isolation/open-target.js";
import type { AuditPlan } from "./audit/plan-audit.js";
import { checkRolloutFlags } from "./audit/rollouts/flags.js";
import { newFindings, type AuditReport } from "./audit/report.js";
import type { AuditOptions } from "./audit/run-audit.js";
import type { Target } from "./audit/target.js";
import { TargetFailure } from "./audit/target-failure.js";
import { type AuditFlags, withAuditOptions } from "./audit-options.js";

const EXIT_FINDINGS = 1;
const EXIT_TARGET = 3;
const EXIT_INCONCLUSIVE = 4;

const MAX_DEFAULT_JOBS = 8;
/** Code and judges take their time. */
const TIMEOUTS_MS = { quick: 2000, slow: 60_000 } as const;

function exitCodeOf(report: AuditReport): number {
  if (newFindings(report).length > 0) return EXIT_FINDINGS;
  return report.verdict === "inconclusive" ? EXIT_INCONCLUSIVE : 0;
}

async function audit(argument: string, flags: AuditFlags): Promise<void> {
  const [{ parseTarget }, { planAudit }, { effortOn }, { runAudit }, { startProgress }, { readBaseline }] =
    await Promise.all([
      import("./audit/target.js"),
      import("./audit/plan-audit.js"),
      import("./audit/effort.js"),
      import("./audit/run-audit.js"),
      import("./audit/progress.js"),
      import("./audit/baseline.js"),
    ]);
  checkRolloutFlags(flags);
  const target = parseTarget(argument);
  const planned = await planAudit(target, flags);
  const { plan, rollouts } = await withLog(target, planned, flags);
  const baseline = flags.baseline === undefined ? null : await readBaseline(flags.baseline);
  const opened = await open(target, plan, flags);
  const progress = await startProgress(flags.cases);
  try {
    const report = await runAudit(opened, {
      ...auditOptions(flags),
      ...effortOn(target, plan.kind, flags),
      ...(opened.traits && { traits: opened.traits }),
      ...(rollouts && { rollouts }),
      title: argument,
      plan,
      baseline,
      onProgress: progress.update,
    });
    progress.stop();
    await print(report, flags);
    process.exitCode = exitCodeOf(report);
  } finally {
    progress.stop();
    opened.close();
  }
}

/** The target, ready to be asked. @throws {TargetFailure} if it cannot be, or is no verifier and should be one */
async function open(target: Target, plan: AuditPlan, flags: AuditFlags): Promise<IsolatedTarget> {
  const [{ openTarget }, { refuseWithoutScores }] = await Promise.all([
    import("./audit/isolation/open-target.js"),
    import("./audit/first-scores.js"),
  ]);
  const opened = await openTarget(target, openOptions(flags, plan));
  if (plan.kind !== "verifier" || flags.rollouts !== undefined) return opened;
  try {
    await refuseWithoutScores(opened);
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** The plan, and the rollouts of a log if the target is asked about some. */
async function withLog(
  target: Target,
  plan: AuditPlan,
  flags: AuditFlags,
): Promise<{ readonly plan: AuditPlan; readonly rollouts?: readonly LoggedRollout[] }> {
  if (flags.rollouts === undefined) return { plan };
  const { sampleLog } = await import("./audit/rollouts/sample-log.js");
  const goldColumn = flags.goldColumn ?? null;
  const onNote = (note: string): void => console.error(note);
  return sampleLog(flags.rollouts, target, plan, { flags, goldColumn, seed: flags.seed, onNote });
}

const openOptions = (flags: AuditFlags, { kind, options, probe }: AuditPlan): OpenOptions => ({
  isolation: flags.isolation,
  lanes: flags.jobs ?? Math.min(availableParallelism(), MAX_DEFAULT_JOBS),
  callTimeoutMs:
    flags.timeout ?? (kind === "code" || kind === "judge" ? TIMEOUTS_MS.slow : TIMEOUTS_MS.quick),
  as: kind === "verifier" ? "verifier" : "reward",
  options: options ?? null,
  goldColumn: flags.goldColumn ?? null,
  completions: flags.completions,
  probe,
  memoryMb: flags.memory,
  python: flags.python,
});

type FlaggedOptions = Pick<AuditOptions, "version" | "seed" | "policy" | "kinds">;

const auditOptions = ({ seed, kinds, policy }: AuditFlags): FlaggedOptions => ({
  version: packageVersion(),
  seed,
  policy,
  ...(kinds && { kinds }),
});

async function print(report: AuditReport, { format, output }: AuditFlags): Promise<void> {
  const text = FORMATS[format](report);
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFile(output, text);
  process.stderr.write(`${report.target}: ${conclusion(report)}\n`);
}

/** The target is at fault; anything else is a caller's mistake, or a defect and keeps its stack. */
function reportFailure(error: unknown): void {
  if (!(error instanceof TargetFailure)) throw error;
  process.stderr.write(`grpo-rewards: the target failed: ${error.message}\n`);
  process.exitCode = EXIT_TARGET;
}

/** `grpo-rewards audit` */
export function auditCommand(): Command {
  const command = new Command("audit")
    .showHelpAfterError()
    .exitOverride()
    .description(
      "test a verifier or a reward: what it wrongly pays or rejects, where it hangs, crashes or can be fooled",
    )
    .argument(
      "<target>",
      "a reward's name, ./module.js#export, python:package.module:function, or a server's URL#reward",
    )
    .addHelpText("after", "\nExit codes: 0 clean, 1 findings, 2 usage, 3 the target failed, 4 inconclusive.");
  return withAuditOptions(command).action(async (target: string, flags: AuditFlags) => {
    await audit(target, flags).catch(reportFailure);
  });
}
