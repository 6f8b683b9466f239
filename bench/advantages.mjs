import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { estimateAdvantages, groupRelative, leaveOneOut } from "../dist/advantage/index.js";

const GROUPS = 4096;
const SIZE = 244;
const RUNS = 40;
const ROUNDS = 3;

const flat = Float64Array.from({ length: GROUPS * SIZE }, (_, row) => Math.sin(row));
const lists = Array.from({ length: GROUPS }, (_, g) => [...flat.subarray(g * SIZE, (g + 1) * SIZE)]);
const sizes = new Uint32Array(GROUPS).fill(SIZE);
const ids = Int32Array.from(flat, (_, row) => Math.floor(row / SIZE));
const interleaved = Int32Array.from(flat, (_, row) => row % GROUPS);

const PEER = "NumPy, the same formula";
const cases = {
  "typed array, sizes": () => estimateAdvantages({ rewards: flat, groups: { sizes } })[1000],
  "typed array, ids": () => estimateAdvantages({ rewards: flat, groups: ids })[1000],
  "typed array, interleaved ids": () => estimateAdvantages({ rewards: flat, groups: interleaved })[1000],
  "typed array, batch": () =>
    estimateAdvantages({ rewards: flat, groups: { sizes } }, { scale: "batch" })[1000],
  "typed array, rloo": () =>
    estimateAdvantages({ rewards: flat, groups: { sizes } }, { estimator: "rloo" })[1000],
  "lists, groupRelative": () => groupRelative(lists)[4][24],
  "lists, leaveOneOut": () => leaveOneOut(lists)[4][24],
};

let consumed = 0;

/** The least CPU time of several runs, in milliseconds: what the machine's other work adds is never negative. */
function cpuTime(run) {
  let least = Infinity;
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    consumed += run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function peerTime() {
  const file = fileURLToPath(new URL("advantages_peer.py", import.meta.url));
  const { status, stdout } = spawnSync("python3", [file, GROUPS, SIZE, RUNS].map(String), {
    encoding: "utf8",
  });
  if (status !== 0) return Number.NaN;
  const [time, sample] = stdout.split(" ").map(Number);
  consumed += sample;
  return time;
}

const least = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries({ ...cases, [PEER]: null })) {
    least[name] = Math.min(least[name] ?? Infinity, run === null ? peerTime() : cpuTime(run));
  }
}
console.log(`\nAdvantages of ${GROUPS * SIZE} rewards in ${GROUPS} groups, least CPU time`);
console.table(
  Object.fromEntries(
    Object.entries(least).map(([name, time]) => [
      name,
      { ms: Number(time.toFixed(2)), "NumPy's time / this": Number((least[PEER] / time).toFixed(2)) },
    ]),
  ),
);
console.log(`(${consumed.toFixed(3)})`);
