import { writeSync } from "node:fs";
import type { Logger } from "pino";
import type { Observer } from "./observer.js";

/** How much is logged. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** A full disk, or a reader that is gone or too slow, costs lines of the log and nothing else. */
function write(line: string): void {
  try {
    writeSync(STDERR, line);
  } catch {
    return;
  }
}

const STDERR = 2;

/** Structured logs, one JSON object per line on standard error; by pino. Texts of completions are never in them. */
export async function createLogger(level: LogLevel): Promise<Logger> {
  const { default: pino } = await import("pino");
  return pino({ name: "grpo-rewards", level }, { write });
}

/** JSON-RPC's internal error, and those of HTTP. */
const isDefect = (code: number): boolean => code === -32603 || code >= 500;

/** Long enough to tell a mistake. */
const MAX_REASON = 300;

/**
 * Logs each batch at `debug`; at `warn` each thread that was replaced, and each request that was answered with an
 * error: with the reason, but for defects, whose messages may hold any text, and which have them at `debug` alone.
 */
export function logObserver(logger: Logger): Observer {
  return {
    answered: ({ method, ms, error }) => {
      if (!error) return;
      const isTold = !isDefect(error.code) || logger.isLevelEnabled("debug");
      const reason = isTold ? { reason: error.message.slice(0, MAX_REASON) } : {};
      logger.warn({ method, ms, code: error.code, ...reason }, "request failed");
    },
    scored: ({ results, queueMs, workMs }) => {
      if (!logger.isLevelEnabled("debug")) return;
      const items = Math.max(0, ...Array.from(results.values(), (column) => column.length));
      logger.debug({ rewards: [...results.keys()], items, queueMs, workMs }, "batch scored");
    },
    restarted: (reason) => logger.warn({ reason }, "thread replaced"),
  };
}
