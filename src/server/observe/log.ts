import type { Logger } from "pino";
import type { Observer } from "./observer.js";

/** How much is logged. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Structured logs, one JSON object per line on standard error; by pino. Texts of completions are never in them. */
export async function createLogger(level: LogLevel): Promise<Logger> {
  const { default: pino } = await import("pino");
  return pino({ name: "grpo-rewards", level }, pino.destination({ dest: 2, sync: true }));
}

/** Logs each batch at `debug`, and each request that was answered with an error at `warn`. */
export function logObserver(logger: Logger): Observer {
  return {
    answered: ({ method, ms, error }) => {
      if (error) logger.warn({ method, ms, code: error.code, reason: error.message }, "request failed");
    },
    scored: ({ results, queueMs, workMs }) => {
      if (!logger.isLevelEnabled("debug")) return;
      const items = Math.max(0, ...Array.from(results.values(), (column) => column.length));
      logger.debug({ rewards: [...results.keys()], items, queueMs, workMs }, "batch scored");
    },
  };
}
