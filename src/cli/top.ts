import { clearScreenDown, cursorTo } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, Option } from "commander";
import type { Stats } from "../server/index.js";
import { askStats, closeAfter, type StatsSource } from "./top/ask-stats.js";

interface TopFlags {
  readonly url?: string;
  readonly socket?: string;
  readonly once?: true;
  readonly json?: true;
}

const REFRESH_MS = 1000;

/** Some terminals do not say how large they are. */
const STANDARD_SIZE: readonly [columns: number, rows: number] = [80, 24];

function draw(lines: readonly string[]): void {
  const [columns, rows] = [
    process.stdout.columns || STANDARD_SIZE[0],
    process.stdout.rows || STANDARD_SIZE[1],
  ];
  // A line that wraps, or one too many, would scroll the screen.
  const visible = lines.slice(0, rows - 1).map((line) => line.slice(0, columns));
  cursorTo(process.stdout, 0, 0);
  clearScreenDown(process.stdout);
  process.stdout.write(`${visible.join("\n")}\n`);
}

async function watch(source: StatsSource, place: string): Promise<void> {
  const { describeStats } = await import("./top/view.js");
  let earlier: Stats | null = null;
  for (;;) {
    const stats = await source.stats();
    draw(describeStats({ stats, earlier, place }));
    earlier = stats;
    await sleep(REFRESH_MS);
  }
}

async function printOnce(source: StatsSource, place: string, asJson: boolean): Promise<void> {
  const { describeStats } = await import("./top/view.js");
  const stats = await source.stats();
  const text = asJson
    ? JSON.stringify(stats, null, 2)
    : describeStats({ stats, earlier: null, place }).join("\n");
  process.stdout.write(`${text}\n`);
}

/** `grpo-rewards top` */
export function topCommand(): Command {
  const command: Command = new Command("top");
  return command
    .showHelpAfterError()
    .exitOverride()
    .description("show what a running server does: on a terminal each second anew, otherwise once")
    .addOption(
      new Option("--url <url>", "of a server with --http; its token comes from GRPO_REWARDS_TOKEN").conflicts(
        "socket",
      ),
    )
    .option("--socket <path>", "of a server with --socket")
    .option("--once", "print it once")
    .option("--json", "print once what the method stats tells")
    .action(async ({ url, socket, once, json }: TopFlags) => {
      const place = url ?? socket;
      if (place === undefined) command.error("error: give --url or --socket");
      const token = process.env.GRPO_REWARDS_TOKEN;
      const address = url === undefined ? { socket: place } : { url, ...(token && { token }) };
      const isWatched = process.stdout.isTTY && !once && !json;
      await closeAfter(askStats(address), (source) =>
        isWatched ? watch(source, place) : printOnce(source, place, json === true),
      );
    });
}
