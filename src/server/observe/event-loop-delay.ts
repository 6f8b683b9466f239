import { monitorEventLoopDelay } from "node:perf_hooks";

/** By how many seconds the event loop was late, since the start. */
export interface EventLoopDelay {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;

/** Begins to measure; the result tells what was measured so far. */
export function watchEventLoop(): () => EventLoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  // What is measured is the time between two beats of a timer, delay or no delay.
  const seconds = (value: number): number => Math.max(0, (value - RESOLUTION_MS * 1e6) / NANOSECONDS);
  return () => {
    // Before the first beat there is no mean.
    if (histogram.count === 0) return { mean: 0, p50: 0, p99: 0, max: 0 };
    return {
      mean: seconds(histogram.mean),
      p50: seconds(histogram.percentile(50)),
      p99: seconds(histogram.percentile(99)),
      max: seconds(histogram.max),
    };
  };
}
