#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { readFileSync } from "node:fs";
import { RewardError } from "../core/index.js";
import { serveCommand } from "./serve.js";

const EXIT_USAGE = 2;

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** The exit code of what a caller did wrong; anything else is a defect and keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (!(error instanceof RewardError)) throw error;
  process.stderr.write(`grpo-rewards: ${error.message}\n`);
  return EXIT_USAGE;
}

const program = new Command("grpo-rewards")
  .description("Reward functions, verifiers and advantages for GRPO.")
  .version(version())
  .showHelpAfterError()
  .exitOverride()
  .addCommand(serveCommand());

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
