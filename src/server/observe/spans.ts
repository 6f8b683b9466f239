import type { Attributes, Tracer } from "@opentelemetry/api";
import { packageVersion } from "../package-version.js";
import type { Observer, ScoredBatch } from "./observer.js";

/** What a span says of a batch: names and counts, never anything of a text. */
function attributesOf({ results, queueMs, workMs }: ScoredBatch): Attributes {
  const columns = [...results.values()];
  const isLate = ({ verdict }: (typeof columns)[number][number]): boolean =>
    verdict?.status === "undetermined" && ["timeout", "deadline"].includes(verdict.reason);
  return {
    "rl.reward.names": [...results.keys()],
    "rl.reward.items": Math.max(0, ...columns.map((column) => column.length)),
    "rl.reward.nulls": columns.flat().filter(({ score }) => score === null).length,
    "rl.reward.timeouts": columns.flat().filter(isLate).length,
    "rl.reward.queue_ms": queueMs,
    "rl.reward.duration_ms": workMs,
  };
}

/** Makes a span `rl.reward` of each batch that was scored. */
function spanObserver(tracer: Pick<Tracer, "startSpan">): Observer {
  return {
    scored: (batch) => {
      const end = performance.timeOrigin + performance.now();
      const span = tracer.startSpan("rl.reward", {
        startTime: end - batch.workMs,
        attributes: attributesOf(batch),
      });
      span.end(end);
    },
  };
}

/** OpenTelemetry is set up by its own environment variables. */
function isConfigured(env: NodeJS.ProcessEnv): boolean {
  return env.OTEL_SDK_DISABLED !== "true" && Object.keys(env).some((name) => name.startsWith("OTEL_"));
}

/**
 * The observer that makes spans, where OpenTelemetry is configured (some `OTEL_…` variable is set) and
 * `@opentelemetry/api` is installed. The spans go to whichever SDK the process was started with; without one, nowhere.
 */
export async function spanObservers(env: NodeJS.ProcessEnv = process.env): Promise<Observer[]> {
  if (!isConfigured(env)) return [];
  try {
    const { trace } = await import("@opentelemetry/api");
    return [spanObserver(trace.getTracer("grpo-rewards", packageVersion()))];
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_MODULE_NOT_FOUND") return [];
    throw error;
  }
}
