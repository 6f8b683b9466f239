import { TargetFailure } from "../target-failure.js";
import type { Target } from "../target.js";
import { type IsolatedTarget, isolateTarget } from "./isolated-target.js";
import { loadTarget } from "./load-target.js";
import { AUDIT_PROTOCOL, type InitializeParams } from "./protocol.js";
import { processStarter } from "./start-process.js";
import { threadStarter } from "./start-thread.js";
import { urlTarget } from "./url-target.js";

/** Where a target runs: in processes or threads that can be killed, or in this thread. */
export type Isolation = "process" | "thread" | "none";

export interface OpenOptions extends Omit<InitializeParams, "protocol" | "target"> {
  readonly isolation: Isolation;
  readonly lanes: number;
  readonly callTimeoutMs: number;
  /** The interpreter of targets in Python. */
  readonly python: string;
}

/** What is loaded may take long to load: a Python package with a compiler in it, say. */
const START_TIMEOUT_MS = 120_000;

/** The target, ready to be asked. @throws {TargetFailure} if it cannot be loaded */
export async function openTarget(target: Target, options: OpenOptions): Promise<IsolatedTarget> {
  const { isolation, lanes, callTimeoutMs, python, ...asked } = options;
  if (target.type === "url") return urlTarget({ ...asked, ...target, lanes, callTimeoutMs });
  const params: InitializeParams = { protocol: AUDIT_PROTOCOL, target, ...asked };
  if (isolation === "none" && target.type !== "python") return loadHere(params, callTimeoutMs);
  const start =
    isolation === "thread" && target.type !== "python"
      ? threadStarter(asked.memoryMb)
      : processStarter(target, { python, memoryMb: asked.memoryMb });
  return isolateTarget(start, lanes, params, { callTimeoutMs, startTimeoutMs: START_TIMEOUT_MS });
}

async function loadHere(params: InitializeParams, limitMs: number): Promise<IsolatedTarget> {
  try {
    const { isolated, traits } = await loadTarget(params, limitMs);
    return { ...isolated, ...(traits && { traits }), close: () => undefined };
  } catch (error) {
    throw new TargetFailure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
