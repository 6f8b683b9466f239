import { describe, expect, it } from "vitest";
import { availableCores } from "../../../../src/server/threads/available-cores.js";

interface Host {
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isShared?: boolean;
}

/** What a host of 16 cores with these files offers. */
function coresOf({ files = {}, environment = {}, isShared = false }: Host): number {
  const readFile = (path: string): string => {
    const content = files[path];
    if (content === undefined) throw new Error(`ENOENT: ${path}`);
    return content;
  };
  return availableCores(isShared, { readFile, cores: 16, environment });
}

const V1 = "12:memory:/docker/a\n4:cpu,cpuacct:/docker/a\n";

describe("availableCores", () => {
  it.each([
    ["no control groups", {}, 16],
    ["no limit", { "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "max 100000\n" }, 16],
    [
      "version 2, as seen from inside of a container",
      { "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "400000 100000\n" },
      4,
    ],
    [
      "version 2, a quota of the group",
      { "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": "350000 100000\n" },
      3,
    ],
    [
      "version 2, the least quota of all groups above",
      {
        "/proc/self/cgroup": "0::/a/b:c\n",
        "/sys/fs/cgroup/a/b:c/cpu.max": "max 100000\n",
        "/sys/fs/cgroup/a/cpu.max": "200000 100000\n",
        "/sys/fs/cgroup/cpu.max": "800000 100000\n",
      },
      2,
    ],
    [
      "version 1",
      {
        "/proc/self/cgroup": V1,
        "/sys/fs/cgroup/cpu,cpuacct/docker/a/cpu.cfs_quota_us": "250000\n",
        "/sys/fs/cgroup/cpu,cpuacct/docker/a/cpu.cfs_period_us": "50000\n",
      },
      5,
    ],
    [
      "version 1 inside of a container, where the group's own folder is the root",
      {
        "/proc/self/cgroup": V1,
        "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "600000\n",
        "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
      },
      6,
    ],
    [
      "version 1 without a limit",
      {
        "/proc/self/cgroup": V1,
        "/sys/fs/cgroup/cpu/docker/a/cpu.cfs_quota_us": "-1\n",
        "/sys/fs/cgroup/cpu/docker/a/cpu.cfs_period_us": "100000\n",
      },
      16,
    ],
    ["less than a core", { "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "20000 100000\n" }, 1],
    ["nonsense", { "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "many of them\n" }, 16],
  ])("%s", (_, files, expected) => {
    expect(coresOf({ files })).toBe(expected);
  });

  it.each([
    [{ LOCAL_WORLD_SIZE: "4" }, false, 4],
    [{ LOCAL_WORLD_SIZE: "4" }, true, 16],
    [{ LOCAL_WORLD_SIZE: "5" }, false, 3],
    [{ LOCAL_WORLD_SIZE: "64" }, false, 1],
    [{ LOCAL_WORLD_SIZE: "none" }, false, 16],
    [{}, false, 16],
  ])("the ranks %j of a host, server shared: %s", (environment, isShared, expected) => {
    expect(coresOf({ environment, isShared })).toBe(expected);
  });
});
