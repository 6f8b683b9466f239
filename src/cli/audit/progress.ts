import { bar, REDRAWN_EVERY_MS } from "../progress-bar.js";

/** A line that shows how far an audit has come, on standard error. */
export interface AuditProgress {
  readonly update: (cases: number) => void;
  readonly stop: () => void;
}

/** Shows progress if standard error is a terminal; how much of it is done, if it is known how many cases there are. */
export async function startProgress(total: number | undefined): Promise<AuditProgress> {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const { default: spinner } = await import("yocto-spinner");
  const shown = spinner({ text: "starting" }).start();
  const started = performance.now();
  let drawn = started;
  return {
    update: (cases) => {
      const now = performance.now();
      if (now - drawn < REDRAWN_EVERY_MS) return;
      drawn = now;
      const rate = Math.round(cases / ((now - started) / 1000));
      const counted = `${cases.toLocaleString("en")} cases, ${rate.toLocaleString("en")}/s`;
      const done = total === undefined ? "" : bar(Math.min(1, cases / total));
      shown.text = `${done}${counted}${cases === total ? ", shortening what was found" : ""}`;
    },
    stop: () => void shown.stop(),
  };
}
