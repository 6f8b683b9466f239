#!/usr/bin/env node
import { Command } from "commander";
import { readFileSync } from "node:fs";
import { RewardError } from "../core/index.js";
import { serveCommand } from "./serve.js";

const EXIT_USAGE = 2;

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

const program = new Command("grpo-rewards")
  .description("Reward functions, verifiers and advantages for GRPO.")
  .version(version())
  .showHelpAfterError()
  .addCommand(serveCommand());

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof RewardError)) throw error;
  process.stderr.write(`grpo-rewards: ${error.message}\n`);
  process.exitCode = EXIT_USAGE;
}
