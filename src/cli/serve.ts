import { Command, InvalidArgumentError } from "commander";
import type { ServeOptions } from "../server/index.js";

interface ServeFlags {
  readonly fd?: number;
  readonly rewards: readonly string[];
  readonly maxFrameBytes?: number;
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number.");
}

/** What a reward leaves behind to fail later is reported, and costs no other request. */
function keepServing(): void {
  process.on("unhandledRejection", (reason) => console.error("grpo-rewards: unhandled rejection:", reason));
  process.on("uncaughtException", (error) => console.error("grpo-rewards: uncaught exception:", error));
}

/** `grpo-rewards serve` */
export function serveCommand(): Command {
  return new Command("serve")
    .showHelpAfterError()
    .exitOverride()
    .description("serve the rewards over JSON-RPC on standard input and output")
    .option("--rewards <file...>", "modules (.ts, .js) whose rewards are served beside the built-in ones", [])
    .option("--fd <number>", "use this inherited socket instead of standard input and output", wholeNumber)
    .option("--max-frame-bytes <number>", "refuse larger requests", wholeNumber)
    .action(async ({ rewards, ...flags }: ServeFlags) => {
      const { serve } = await import("../server/index.js");
      keepServing();
      const options: ServeOptions = { ...flags, rewardModules: rewards };
      await serve(options);
      process.exit(0);
    });
}
