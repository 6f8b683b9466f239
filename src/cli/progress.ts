import { bar, REDRAWN_EVERY_MS } from "./progress-bar.js";

/** A line that shows how far a run over a file has come, on standard error. */
export interface Progress {
  readonly update: (count: number, bytesRead: number) => void;
  readonly stop: () => void;
}

const NO_PROGRESS: Progress = { update: () => undefined, stop: () => undefined };

/** `1:02:03`, or `2:03`. */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/**
 * How far a run has come, in one line: a bar and the remaining time where the size of the input is known, and the rate.
 *
 * @param share of the input that is read, from 0 to 1; `null` if its size is not known
 */
export function describeProgress(noun: string, count: number, share: number | null, ms: number): string {
  const rate = Math.round(count / Math.max(0.001, ms / 1000));
  const counted = `${count.toLocaleString("en")} ${noun}, ${rate.toLocaleString("en")}/s`;
  if (share === null) return counted;
  const left = share > 0 ? `, ${clock((ms * (1 - share)) / share)} left` : "";
  return `${bar(share)}${counted}${left}`;
}

/**
 * Shows progress if standard error is a terminal and the output is not.
 *
 * @param noun what is counted, in the plural
 * @param totalBytes the size of the input; `null` if it is not known
 * @param toTerminal whether the output is a terminal
 */
export async function startProgress(
  noun: string,
  totalBytes: number | null,
  toTerminal: boolean,
): Promise<Progress> {
  if (!process.stderr.isTTY || toTerminal) return NO_PROGRESS;
  const { default: spinner } = await import("yocto-spinner");
  const shown = spinner({ text: `0 ${noun}` }).start();
  const started = performance.now();
  let drawn = started;
  return {
    update: (count, bytesRead) => {
      const now = performance.now();
      if (now - drawn < REDRAWN_EVERY_MS) return;
      drawn = now;
      const share = totalBytes ? Math.min(1, bytesRead / totalBytes) : null;
      shown.text = describeProgress(noun, count, share, now - started);
    },
    stop: () => void shown.stop(),
  };
}
