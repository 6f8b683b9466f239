import { Command, InvalidArgumentError, Option } from "commander";
import type { HttpAddress, LogLevel, ServeOptions } from "../server/index.js";
import { rewardFiles } from "./reward-files.js";

interface ServeFlags {
  readonly fd?: number;
  readonly socket?: string;
  readonly http?: HttpAddress;
  readonly rewards: readonly string[];
  readonly maxFrameBytes?: number;
  readonly threads?: number;
  readonly isolation: "thread" | "process";
  readonly allowedHost?: readonly string[];
  readonly allowedVariable?: readonly string[];
  readonly reward?: string;
  readonly noneValue?: number;
  readonly linger?: number;
  readonly logLevel: LogLevel;
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number.");
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Give a number.");
}

/** `8080`, `:8080`, `0.0.0.0:8080`, `[::1]:8080`. */
function address(text: string): HttpAddress {
  const [, host, port] = /^(?:(\[[\da-f:]+\]|[^:[\]]*):)?(\d{1,5})$/i.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) {
    throw new InvalidArgumentError("Give a port, or a host and a port: 8080, 0.0.0.0:8080.");
  }
  const name = (host ?? "").replace(/^\[|\]$/g, "");
  return name === "" ? { port: Number(port) } : { host: name, port: Number(port) };
}

/** What a reward leaves behind to fail later is reported, and costs no other request. */
function keepServing(): void {
  process.on("unhandledRejection", (reason) => console.error("grpo-rewards: unhandled rejection:", reason));
  process.on("uncaughtException", (error) => console.error("grpo-rewards: uncaught exception:", error));
}

function toOptions({
  rewards,
  allowedHost,
  allowedVariable,
  reward,
  linger,
  ...flags
}: ServeFlags): ServeOptions {
  // A token on the command line would stand in every list of processes. No reward needs it.
  const token = process.env.GRPO_REWARDS_TOKEN;
  delete process.env.GRPO_REWARDS_TOKEN;
  return {
    ...flags,
    rewardModules: rewards,
    ...(allowedHost && { allowedHosts: allowedHost }),
    ...(allowedVariable && { allowedVariables: allowedVariable }),
    ...(reward !== undefined && { defaultReward: reward }),
    ...(linger !== undefined && { lingerMs: linger * 1000 }),
    ...(token && { token }),
  };
}

const LEVELS: readonly LogLevel[] = ["debug", "info", "warn", "error", "silent"];

/** `grpo-rewards serve` */
export function serveCommand(): Command {
  return new Command("serve")
    .showHelpAfterError()
    .exitOverride()
    .description("serve the rewards over JSON-RPC: on standard input and output, a unix socket, or HTTP")
    .addOption(
      rewardFiles(
        "modules (.ts, .js) and configurations (.yaml, .json) of your own rewards; may be repeated",
      ),
    )
    .option("--http <[host:]port>", "serve HTTP; beyond 127.0.0.1 only with GRPO_REWARDS_TOKEN set", address)
    .option("--socket <path>", "serve a unix socket that only you may connect to")
    .addOption(
      new Option("--fd <number>", "use this inherited socket")
        .argParser(wholeNumber)
        .conflicts(["http", "socket"]),
    )
    .option("--max-frame-bytes <number>", "refuse larger requests", wholeNumber)
    .option(
      "--threads <number>",
      "for rewards of your own, and large batches; 0 has none (default: one per core)",
      wholeNumber,
    )
    .addOption(
      new Option("--isolation <kind>", "rewards of your own run in threads, or in processes of their own")
        .choices(["thread", "process"])
        .default("thread"),
    )
    .option("--linger <seconds>", "with --socket: end when no client was there for so long", number)
    .option("--allowed-host <name...>", "with --http: further names of this server in a request's Host")
    .option("--allowed-variable <name...>", "with --http: environment variables that requests may name")
    .option("--reward <name>", "with --http: the reward of trainers' URLs that name none (default: accuracy)")
    .option("--none-value <number>", "with --http: for trainers that cannot carry null (default: 0)", number)
    .addOption(new Option("--log-level <level>", "of --http and --socket").choices(LEVELS).default("info"))
    .action(async (flags: ServeFlags) => {
      const { serve } = await import("../server/index.js");
      keepServing();
      await serve(toOptions(flags));
      process.exit(0);
    });
}
