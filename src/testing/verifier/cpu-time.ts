interface Usage {
  readonly user: number;
  readonly system: number;
}

/** Milliseconds that the processor has worked here: for this thread, or else the process; or else what has passed. */
export function cpuTime(): number {
  const { process } = globalThis as unknown as {
    readonly process?: { readonly threadCpuUsage?: () => Usage; readonly cpuUsage?: () => Usage };
  };
  const usage = process?.threadCpuUsage?.() ?? process?.cpuUsage?.();
  return usage === undefined ? performance.now() : (usage.user + usage.system) / 1000;
}
