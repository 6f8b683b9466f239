import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** CPU time so far, in milliseconds, of the processes below this one, and of those that have ended. */
function cpuMs() {
  const listing = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).stdout;
  const parents = new Map(
    listing
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number)),
  );
  const isOurs = (pid) => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + ticksOf(pid) * 10, 0);
}

/** Ticks of a process and of its children that were waited for. */
function ticksOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
  } catch {
    return 0;
  }
}

/** The wall-clock and CPU time that some work takes, that of the processes it starts included. */
async function timed(work) {
  const [cpu, start] = [cpuMs(), performance.now()];
  await work();
  return { wallMs: performance.now() - start, cpuMs: cpuMs() - cpu };
}

/** The least of each time over several rounds. */
export async function leastTimed(work, rounds) {
  const least = { wallMs: Infinity, cpuMs: Infinity };
  for (let round = 0; round < rounds; round++) {
    const spent = await timed(() => work(round));
    for (const key of Object.keys(least)) least[key] = Math.min(least[key], spent[key]);
  }
  return least;
}
