import { bar, REDRAWN_EVERY_MS } from "../progress-bar.js";
import type { Tally } from "./tally.js";

/** A line that shows how far a run has come, on standard error. */
export interface Progress {
  readonly update: (tally: Tally, bytesRead: number) => void;
  readonly stop: () => void;
}

const NO_PROGRESS: Progress = { update: () => undefined, stop: () => undefined };

/**
 * Shows progress if standard error is a terminal and `output` is not.
 *
 * @param totalBytes the size of the input; `null` if it is not known
 */
export async function startProgress(totalBytes: number | null, toTerminal: boolean): Promise<Progress> {
  if (!process.stderr.isTTY || toTerminal) return NO_PROGRESS;
  const { default: spinner } = await import("yocto-spinner");
  const shown = spinner({ text: "0 pairs" }).start();
  const started = performance.now();
  let drawn = started;
  return {
    update: ({ lines }, bytesRead) => {
      const now = performance.now();
      if (now - drawn < REDRAWN_EVERY_MS) return;
      drawn = now;
      const share = totalBytes ? bar(Math.min(1, bytesRead / totalBytes)) : "";
      const rate = Math.round(lines / ((now - started) / 1000));
      shown.text = `${share}${lines.toLocaleString("en")} pairs, ${rate.toLocaleString("en")}/s`;
    },
    stop: () => void shown.stop(),
  };
}
