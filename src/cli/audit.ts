import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { packageVersion } from "../server/package-version.js";
import type { AnswerKind, LoggedRollout, RewardRange, VerifierPolicy } from "../testing/index.js";
import { type FormatName, FORMATS } from "./audit/formats/index.js";
import { conclusion } from "./audit/formats/wording.js";
import type { EffortFlags } from "./audit/effort.js";
import type { IsolatedTarget } from "./audit/isolation/isolated-target.js";
import type { Isolation, OpenOptions } from "./audit/isolation/open-target.js";
import type { CompletionForm } from "./audit/isolation/protocol.js";
import { AUDIT_KINDS } from "./audit/kinds.js";
import type { AuditPlan, PlanFlags } from "./audit/plan-audit.js";
import { addPolicy, readKinds } from "./audit/policy-flags.js";
import { checkRolloutFlags, type RolloutFlags } from "./audit/rollouts/flags.js";
import { newFindings, type AuditReport } from "./audit/report.js";
import type { AuditOptions } from "./audit/run-audit.js";
import type { Target } from "./audit/target.js";
import { TargetFailure } from "./audit/target-failure.js";

interface AuditFlags extends PlanFlags, RolloutFlags, EffortFlags {
  readonly seed: number;
  readonly timeout?: number;
  readonly jobs?: number;
  readonly isolation: Isolation;
  readonly kinds?: readonly AnswerKind[];
  readonly policy: Partial<VerifierPolicy>;
  readonly completions: CompletionForm;
  readonly python: string;
  readonly memory: number;
  readonly format: FormatName;
  readonly output?: string;
  readonly baseline?: string;
}

const EXIT_FINDINGS = 1;
const EXIT_TARGET = 3;
const EXIT_INCONCLUSIVE = 4;

const MAX_DEFAULT_JOBS = 8;
const ISOLATIONS: readonly Isolation[] = ["process", "thread", "none"];
const COMPLETION_FORMS: readonly CompletionForm[] = ["auto", "texts", "messages"];
/** Code and judges take their time. */
const TIMEOUTS_MS = { quick: 2000, slow: 60_000 } as const;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError("Give a whole number, 1 or more.");
}

function addTrait(flag: string, before: PlanFlags["trait"]): PlanFlags["trait"] {
  const at = flag.indexOf("=");
  if (at > 0) return { ...before, [flag.slice(0, at)]: flag.slice(at + 1) };
  throw new InvalidArgumentError("Give name=value.");
}

function readRange(text: string): RewardRange {
  const [min = NaN, max = NaN, ...more] = text.split(",").map(Number);
  if (more.length === 0 && min <= max) return [min, max];
  throw new InvalidArgumentError("Give two numbers, such as 0,1.");
}

function readOptions(text: string): object {
  try {
    const options = JSON.parse(text) as unknown;
    if (typeof options === "object" && options !== null) return options;
  } catch {
    // It is told below what is wanted.
  }
  throw new InvalidArgumentError('Give an object in JSON, such as {"unit": "tokens"}.');
}

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

function withTargetOptions(command: Command): Command {
  return command
    .optionsGroup("How the target runs:")
    .addOption(
      new Option("--isolation <how>", "where the target runs").choices(ISOLATIONS).default("process"),
    )
    .option(
      "--jobs <number>",
      "how many processes or threads (default: one for each core, at most 8)",
      wholeNumber,
    )
    .option(
      "--timeout <ms>",
      "a call that takes longer hangs (default: 2000; 60000 of code and judges)",
      wholeNumber,
    )
    .option("--memory <mb>", "memory that the target may take, once it is loaded", wholeNumber, 4096)
    .option(
      "--gold-column <name>",
      "the column or argument that takes the reference (default: all usual ones)",
    )
    .addOption(
      new Option("--completions <form>", "how a function in Python takes them; auto: tries both")
        .choices(COMPLETION_FORMS)
        .default("auto"),
    )
    .option("--python <command>", "the interpreter of targets in Python", "python3");
}

function withKindOptions(command: Command): Command {
  return command
    .optionsGroup("What the target is:")
    .addOption(
      new Option(
        "--kind <name>",
        "what the target judges (default: what a reward of this library does; else verifier)",
      ).choices(AUDIT_KINDS),
    )
    .addOption(
      new Option(
        "--trait <name=value>",
        "what a reward of the kind means to do, as unit=tokens; may be repeated",
      )
        .argParser(addTrait)
        .default({}, "none"),
    )
    .option(
      "--tasks <file>",
      "rows with columns, and right and wrong completions (.json, .jsonl), for a reward that reads columns",
    )
    .option("--range <min,max>", "the least and the greatest score of a reward", readRange)
    .option("--group", "the reward compares the completions of a call")
    .option("--abstains", "the reward may leave a completion without a score")
    .option("--options <json>", "the options of a reward that is made by its factory", readOptions);
}

function withCaseOptions(command: Command): Command {
  return command
    .optionsGroup("What is tried:")
    .option("--seed <number>", "the same cases for the same seed", wholeNumber, 1)
    .option(
      "--cases <number>",
      "how many cases are tried (default: 2000 of a verifier, each entry once of one in Python or of a server, twice of a reward)",
      wholeNumber,
    )
    .option("--time <seconds>", "stop after so long, instead; the report then varies", wholeNumber)
    .option(
      "--shrink <evaluations>",
      "what is spent on shortening each case that is found (default: 100; 40 of a verifier in Python or of a server)",
      wholeNumber,
    )
    .option("--kinds <list>", "kinds of answers, with commas (default: all)", readKinds)
    .addOption(
      new Option("--policy <key=value>", "what a verifier means to do where tastes differ; may be repeated")
        .argParser(addPolicy)
        .default({}, "found out"),
    );
}

function withRolloutOptions(command: Command): Command {
  return command
    .optionsGroup("Rollouts of a log, instead:")
    .option(
      "--rollouts <file>",
      "ask about the rollouts of a log instead, whether or not they are right (.jsonl, .csv, .parquet, .gz)",
    )
    .option("--max-rollouts <number>", "how many of them are drawn by the seed (default: 100)", wholeNumber)
    .option("--completion-field <name>", "the field of the completion, a conversation, or a list of either")
    .option("--prompt-field <name>", "the field of the prompt")
    .option("--reference-field <name>", "the field of the reference")
    .option("--score-field <name>", "the field of the score (default: one that is called as the target)");
}

function withReportOptions(command: Command): Command {
  return command
    .optionsGroup("The report:")
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
      "test a verifier or a reward: what it wrongly pays or rejects, where it hangs, crashes or can be fooled",
    )
    .argument(
      "<target>",
      "a reward's name, ./module.js#export, python:package.module:function, or a server's URL#reward",
    )
    .addHelpText("after", "\nExit codes: 0 clean, 1 findings, 2 usage, 3 the target failed, 4 inconclusive.");
  return withReportOptions(
    withRolloutOptions(withCaseOptions(withKindOptions(withTargetOptions(command)))),
  ).action(async (target: string, flags: AuditFlags) => {
    await audit(target, flags).catch(reportFailure);
  });
}
