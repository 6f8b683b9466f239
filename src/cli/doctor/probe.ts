/** What came of a probe: it holds; something is not there that can be done without; or something must be done. */
export interface Finding {
  readonly status: "ok" | "absent" | "failed";
  readonly detail: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** One thing that is looked at. */
export interface Probe {
  readonly name: string;
  /** What it throws is a failure. */
  readonly run: () => Finding | Promise<Finding>;
  /** What to do if it throws. */
  readonly advice: string;
}

/** What is there. */
export const ok = (detail: string): Finding => ({ status: "ok", detail });
