import { Command, CommanderError } from "commander";
import { RewardError } from "../core/index.js";
import { packageVersion } from "../server/package-version.js";
import { auditCommand } from "./audit.js";
import { doctorCommand } from "./doctor.js";
import { filterCommand } from "./filter.js";
import { listCommand } from "./list.js";
import { outliveReaders } from "./outlive-readers.js";
import { reportCommand } from "./report.js";
import { runCommand } from "./run.js";
import { scoreCommand } from "./score.js";
import { serveCommand } from "./serve.js";
import { statsCommand } from "./stats.js";
import { topCommand } from "./top.js";
import { verifyCommand } from "./verify.js";

const EXIT_USAGE = 2;

/** The exit code of what a caller did wrong; anything else is a defect and keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (!(error instanceof RewardError)) throw error;
  process.stderr.write(`grpo-rewards: ${error.message}\n`);
  return EXIT_USAGE;
}

const createProgram = (): Command =>
  new Command("grpo-rewards")
    .description("Reward functions, verifiers and advantages for GRPO.")
    .version(packageVersion())
    .showHelpAfterError()
    .exitOverride()
    .addCommand(auditCommand())
    .addCommand(doctorCommand())
    .addCommand(filterCommand())
    .addCommand(listCommand())
    .addCommand(reportCommand())
    .addCommand(runCommand())
    .addCommand(scoreCommand())
    .addCommand(serveCommand())
    .addCommand(statsCommand())
    .addCommand(topCommand())
    .addCommand(verifyCommand());

/** Does what the command line says. */
export async function run(): Promise<void> {
  outliveReaders();
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}
