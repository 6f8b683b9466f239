import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** Cores that the control group grants: `"<quota> <period>"`, or `"max <period>"` for no limit. */
function quota(): number {
  try {
    const [granted = "max", period = "1"] = readFileSync("/sys/fs/cgroup/cpu.max", "utf8").trim().split(" ");
    return granted === "max" ? Number.POSITIVE_INFINITY : Number(granted) / Number(period);
  } catch {
    // Another system, or another version of control groups.
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * Cores for the scoring of one server: those of this process's affinity and control group, shared with the servers of
 * the host's other ranks, whose number trainers give as `LOCAL_WORLD_SIZE`.
 */
export function availableCores(isShared: boolean): number {
  const ranks = isShared ? 1 : Math.max(1, Number(process.env.LOCAL_WORLD_SIZE ?? 1) || 1);
  return Math.max(1, Math.floor(Math.min(availableParallelism(), quota()) / ranks));
}
