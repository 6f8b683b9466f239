import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** What is asked of the system: of this one, unless a test says otherwise. */
export interface CoreFacts {
  /** The content of a file; throws if there is none. */
  readonly readFile: (path: string) => string;
  /** Cores that the affinity of this process allows. */
  readonly cores: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;
const ROOT = "/sys/fs/cgroup";

/** A group and those that it is in: each may grant less than the one above. */
function withParents(path: string): string[] {
  const names = path.split("/").filter((name) => name !== "");
  return [...names.keys()].map((i) => `/${names.slice(0, i + 1).join("/")}`).concat("");
}

const granted = (quota: string | undefined, period: string | undefined): number => {
  const cores = Number(quota) / Number(period);
  return cores > 0 ? cores : NO_LIMIT;
};

/** Version 2: one file, with `"<quota> <period>"`, or `"max <period>"` for no limit. */
function quotaInFile(group: string, read: CoreFacts["readFile"]): number {
  const [quota, period] = read(`${ROOT}${group}/cpu.max`).trim().split(" ");
  return granted(quota, period);
}

/** Version 1: two files in the folder of the controller, where a quota of -1 is no limit. */
function quotaInFiles(controller: string, group: string, read: CoreFacts["readFile"]): number {
  const file = (name: string): string => read(`${ROOT}/${controller}${group}/${name}`).trim();
  return granted(file("cpu.cfs_quota_us"), file("cpu.cfs_period_us"));
}

function orNoLimit(quota: () => number): number {
  try {
    return quota();
  } catch {
    // Another system, or a part of the tree that cannot be seen from inside of a container.
    return NO_LIMIT;
  }
}

/** Groups that this process is in, by lines `<id>:<controllers>:<path>`; version 2 names no controllers. */
function quotas(read: CoreFacts["readFile"]): number[] {
  return read("/proc/self/cgroup")
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [, controllers = "", ...path] = line.split(":");
      const groups = withParents(path.join(":"));
      if (controllers === "") return groups.map((group) => orNoLimit(() => quotaInFile(group, read)));
      if (!controllers.split(",").includes("cpu")) return [];
      // Distributions mount it under either name.
      return groups.flatMap((group) =>
        [controllers, "cpu"].map((name) => orNoLimit(() => quotaInFiles(name, group, read))),
      );
    });
}

function quota(read: CoreFacts["readFile"]): number {
  try {
    return Math.min(NO_LIMIT, ...quotas(read));
  } catch {
    return NO_LIMIT;
  }
}

const thisSystem = (): CoreFacts => ({
  readFile: (path) => readFileSync(path, "utf8"),
  cores: availableParallelism(),
  environment: process.env,
});

/**
 * Cores for the scoring of one server, at least 1: those of this process's affinity and control groups, shared with the
 * servers of the host's other ranks, whose number trainers give as `LOCAL_WORLD_SIZE`, unless this one `isShared`.
 */
export function availableCores(
  isShared: boolean,
  { readFile, cores, environment }: CoreFacts = thisSystem(),
): number {
  const ranks = isShared ? 1 : Math.max(1, Number(environment.LOCAL_WORLD_SIZE ?? 1) || 1);
  return Math.max(1, Math.floor(Math.min(cores, quota(readFile)) / ranks));
}
