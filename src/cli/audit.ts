import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { packageVersion } from "../server/package-version.js";
import type { AnswerKind, VerifierPolicy } from "../testing/index.js";
import { type FormatName, FORMATS } from "./audit/formats/index.js";
import { conclusion } from "./audit/formats/wording.js";
import type { Isolation, OpenOptions } from "./audit/isolation/open-target.js";
import { addPolicy } from "./audit/policy-flags.js";
import { newFindings, type AuditReport } from "./audit/report.js";
import type { AuditOptions } from "./audit/run-audit.js";
import { TargetFailure } from "./audit/target-failure.js";

interface AuditFlags {
  readonly seed: number;
  readonly cases?: number;
  readonly time?: number;
  readonly timeout: number;
  readonly jobs?: number;
  readonly isolation: Isolation;
  readonly kinds?: readonly AnswerKind[];
  readonly policy: Partial<VerifierPolicy>;
  readonly goldColumn?: string;
  readonly python: string;
  readonly memory: number;
  readonly shrink: number;
  readonly format: FormatName;
  readonly output?: string;
  readonly baseline?: string;
}

const EXIT_FINDINGS = 1;
const EXIT_TARGET = 3;
const EXIT_INCONCLUSIVE = 4;

const DEFAULT_CASES = 2000;
const MAX_DEFAULT_JOBS = 8;
const ISOLATIONS: readonly Isolation[] = ["process", "thread", "none"];

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError("Give a whole number, 1 or more.");
}

function exitCodeOf(report: AuditReport): number {
  if (newFindings(report).length > 0) return EXIT_FINDINGS;
  return report.verdict === "inconclusive" ? EXIT_INCONCLUSIVE : 0;
}

async function audit(argument: string, flags: AuditFlags): Promise<void> {
  const [
    { parseTarget },
    { checkBuiltin },
    { openTarget },
    { runAudit },
    { startProgress },
    { readBaseline },
  ] = await Promise.all([
    import("./audit/target.js"),
    import("./audit/builtin.js"),
    import("./audit/isolation/open-target.js"),
    import("./audit/run-audit.js"),
    import("./audit/progress.js"),
    import("./audit/baseline.js"),
  ]);
  const target = parseTarget(argument);
  checkBuiltin(target);
  const cases = flags.cases ?? (flags.time === undefined ? DEFAULT_CASES : 1e9);
  const baseline = flags.baseline === undefined ? null : await readBaseline(flags.baseline);
  const opened = await openTarget(target, openOptions(flags));
  const progress = await startProgress(cases);
  try {
    const report = await runAudit(opened, {
      ...auditOptions(flags),
      title: argument,
      cases,
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

const openOptions = (flags: AuditFlags): OpenOptions => ({
  isolation: flags.isolation,
  lanes: flags.jobs ?? Math.min(availableParallelism(), MAX_DEFAULT_JOBS),
  callTimeoutMs: flags.timeout,
  goldColumn: flags.goldColumn ?? null,
  memoryMb: flags.memory,
  python: flags.python,
});

type FlaggedOptions = Omit<AuditOptions, "title" | "cases" | "baseline" | "onProgress">;

const auditOptions = ({ seed, time, kinds, policy, shrink }: AuditFlags): FlaggedOptions => ({
  version: packageVersion(),
  seed,
  policy,
  shrinkEvaluations: shrink,
  ...(time !== undefined && { timeMs: time * 1000 }),
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

function withTargetOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--isolation <how>", "where the target runs").choices(ISOLATIONS).default("process"),
    )
    .option(
      "--jobs <number>",
      "how many processes or threads (default: one for each core, at most 8)",
      wholeNumber,
    )
    .option("--timeout <ms>", "a call that takes longer hangs", wholeNumber, 2000)
    .option("--memory <mb>", "memory that the target may take, once it is loaded", wholeNumber, 4096)
    .option(
      "--gold-column <name>",
      "the column or argument that takes the reference (default: all usual ones)",
    )
    .option("--python <command>", "the interpreter of targets in Python", "python3");
}

function withCaseOptions(command: Command): Command {
  return command
    .option("--seed <number>", "the same cases for the same seed", wholeNumber, 1)
    .option("--cases <number>", `how many cases are tried (default: ${DEFAULT_CASES})`, wholeNumber)
    .option("--time <seconds>", "stop after so long, instead; the report then varies", wholeNumber)
    .option("--shrink <evaluations>", "what is spent on shortening each case that is found", wholeNumber, 100)
    .option("--kinds <list>", "kinds of answers, with commas (default: all)", (text) => text.split(","))
    .option(
      "--policy <key=value>",
      "what the target means to do where tastes differ; may be repeated",
      addPolicy,
      {},
    );
}

function withReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <name>", "how the report is written")
        .choices(Object.keys(FORMATS))
        .default("markdown"),
    )
    .option("-o, --output <file>", "where the report goes, instead of standard output")
    .option("--baseline <file>", "an earlier report in JSON: what it holds is known, and no failure");
}

/** `grpo-rewards audit` */
export function auditCommand(): Command {
  const command = new Command("audit")
    .showHelpAfterError()
    .exitOverride()
    .description(
      "test a verifier: what it wrongly accepts or rejects, where it hangs, crashes or can be fooled",
    )
    .argument(
      "<target>",
      "a reward's name, ./module.js#export, python:package.module:function, or a server's URL#reward",
    )
    .addHelpText("after", "\nExit codes: 0 clean, 1 findings, 2 usage, 3 the target failed, 4 inconclusive.");
  return withReportOptions(withCaseOptions(withTargetOptions(command))).action(
    async (target: string, flags: AuditFlags) => {
      await audit(target, flags).catch(reportFailure);
    },
  );
}
