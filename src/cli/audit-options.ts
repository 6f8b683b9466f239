import { type Command, InvalidArgumentError, Option } from "commander";
import type { AnswerKind, RewardRange, VerifierPolicy } from "../testing/index.js";
import type { EffortFlags } from "./audit/effort.js";
import { type FormatName, FORMATS } from "./audit/formats/index.js";
import type { Isolation } from "./audit/isolation/open-target.js";
import type { CompletionForm } from "./audit/isolation/protocol.js";
import { AUDIT_KINDS } from "./audit/kinds.js";
import type { PlanFlags } from "./audit/plan-audit.js";
import { addPolicy, readKinds } from "./audit/policy-flags.js";
import type { RolloutFlags } from "./audit/rollouts/flags.js";

/** The options of `grpo-rewards audit` as they are read. */
export interface AuditFlags extends PlanFlags, RolloutFlags, EffortFlags {
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

const ISOLATIONS: readonly Isolation[] = ["process", "thread", "none"];
const COMPLETION_FORMS: readonly CompletionForm[] = ["auto", "texts", "messages"];

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

/** Adds the options of `grpo-rewards audit`, in groups. */
export const withAuditOptions = (command: Command): Command =>
  [withTargetOptions, withKindOptions, withCaseOptions, withRolloutOptions, withReportOptions].reduce(
    (before, withOptions) => withOptions(before),
    command,
  );
