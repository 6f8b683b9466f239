import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import {
  EXTRACT_PRESETS,
  type ExtractOptions,
  type ExtractPreset,
  explainVerdict,
  type Policy,
  type PresetName,
  PRESETS,
  type VerifyOptions,
} from "../math/index.js";
import { pathOf, reportFailure } from "./file-arguments.js";
import type { JudgeSettings } from "./verify/judge.js";
import { addPolicy } from "./verify/policy-flags.js";

type Thinking = NonNullable<ExtractOptions["thinking"]>;
type Several = NonNullable<ExtractOptions["several"]>;

interface VerifyFlags {
  readonly gold?: string;
  readonly answer?: string;
  readonly completion?: string;
  readonly json?: true;
  readonly referenceField: string;
  readonly answerField?: string;
  readonly labelField?: string;
  readonly bare?: true;
  readonly output?: string;
  readonly workers?: number;
  readonly preset?: PresetName;
  readonly policy: Partial<Policy>;
  readonly extract?: ExtractPreset;
  readonly thinking?: Thinking;
  readonly several?: Several;
  readonly lastNumber?: true;
}

const THINKING: readonly Thinking[] = ["auto", "prefilled", "none"];
const SEVERAL: readonly Several[] = ["last", "reject"];
const EXIT_FAILURE = 1;

function threadCount(text: string): number {
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count > 0) return count;
  throw new InvalidArgumentError("Give a whole number from 1 to 999.");
}

function verifyOptions(flags: VerifyFlags): VerifyOptions {
  const { preset, policy, thinking, several, lastNumber } = flags;
  const changes: ExtractOptions = {
    ...(thinking && { thinking }),
    ...(several && { several }),
    ...(lastNumber && { lastNumber }),
  };
  const changed = { ...(flags.extract && EXTRACT_PRESETS[flags.extract]), ...changes };
  // A preset that is given by its name reads the references as well.
  const extract = flags.extract && Object.keys(changes).length === 0 ? flags.extract : changed;
  return { ...policy, extract, ...(preset && { preset }) };
}

async function explainPair(reference: string, flags: VerifyFlags, command: Command): Promise<void> {
  const { answer, completion } = flags;
  if (command.args.length > 0) command.error("error: give either a file of pairs or --gold");
  if ((answer === undefined) === (completion === undefined)) {
    command.error("error: with --gold, give either --answer or --completion");
  }
  const { describeExplanation } = await import("./verify/explain.js");
  const input = answer === undefined ? { reference, completion: completion ?? "" } : { reference, answer };
  const explanation = explainVerdict(input, verifyOptions(flags));
  process.stdout.write(
    `${flags.json ? JSON.stringify(explanation, null, 2) : describeExplanation(explanation)}\n`,
  );
}

function judgeSettings(flags: VerifyFlags): JudgeSettings {
  const { referenceField, labelField = null, bare = false } = flags;
  const answerField = flags.answerField ?? (bare ? "answer" : "completion");
  return { fields: { referenceField, answerField, labelField }, bare, options: verifyOptions(flags) };
}

async function verifyPairs(path: string | undefined, flags: VerifyFlags, command: Command): Promise<void> {
  if ((flags.answer ?? flags.completion) !== undefined)
    command.error("error: --answer and --completion go with --gold");
  const [input, output] = [pathOf(path), pathOf(flags.output)];
  if (path === undefined && process.stdin.isTTY) command.error("error: give a file of pairs, or --gold");
  if (input !== null && input === output) command.error("error: the output would overwrite the input");
  const { runPairs } = await import("./verify/run-pairs.js");
  const { describeConfusion, describeTally } = await import("./verify/report.js");
  const workers = flags.workers ?? availableParallelism();
  const tally = await runPairs({ input, output, workers }, judgeSettings(flags));
  if (tally === null) return;
  if (flags.labelField !== undefined) console.error(describeConfusion(tally));
  console.error(describeTally(tally));
  if (tally.badLines + tally.lost > 0) process.exitCode = EXIT_FAILURE;
}

function withPairOptions(command: Command): Command {
  return command
    .option("--gold <text>", "explain one pair: its reference")
    .option("--answer <text>", "with --gold: a bare answer")
    .option("--completion <text>", "with --gold: the text in which the answer is found")
    .option("--json", "with --gold: print the explanation as JSON");
}

function withFileOptions(command: Command): Command {
  return command
    .option("--reference-field <name>", "the field that holds the reference", "reference")
    .option(
      "--answer-field <name>",
      "the field that holds the completion, or with --bare the answer (default: completion; answer)",
    )
    .option("--bare", "the answer field holds bare answers, not completions")
    .option("--label-field <name>", "the field that says true or false: compare verdicts with it")
    .option("-o, --output <file>", "where the verdicts go, instead of standard output")
    .option("--workers <number>", "threads for large inputs (default: one for each core)", threadCount);
}

function withVerifyOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--preset <name>", "judge by another grader's choices").choices(Object.keys(PRESETS)),
    )
    .option("--policy <key=value>", "one choice of its own; may be repeated", addPolicy, {})
    .addOption(
      new Option("--extract <name>", "find answers as a benchmark does").choices(
        Object.keys(EXTRACT_PRESETS),
      ),
    )
    .addOption(new Option("--thinking <mode>", "where a completion's thinking ends").choices(THINKING))
    .addOption(new Option("--several <which>", "which of several final answers counts").choices(SEVERAL))
    .option("--last-number", "without any other form of answer, take the last number");
}

/** `grpo-rewards verify` */
export function verifyCommand(): Command {
  const command = new Command("verify")
    .showHelpAfterError()
    .exitOverride()
    .description("judge a file of JSON lines, or explain how one pair is judged")
    .argument("[pairs]", "JSON lines, one pair each; - or nothing is standard input");
  return withVerifyOptions(withFileOptions(withPairOptions(command))).action(
    async (path: string | undefined, flags: VerifyFlags) => {
      const { gold } = flags;
      const run = gold === undefined ? verifyPairs(path, flags, command) : explainPair(gold, flags, command);
      await run.catch(reportFailure);
    },
  );
}
