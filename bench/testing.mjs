import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { createVerifier } from "../dist/math/index.js";
import { differentPair, equivalentPair } from "../dist/testing/fast-check.js";
import { checkVerifier, corpus } from "../dist/testing/index.js";

const ROUNDS = 6;
const PAIRS = 20_000;
const RELATIONS = ["equivalent", "different"];
let consumed = 0;

/** The least CPU time of several runs, in seconds: what the machine's other work adds is never negative. */
async function cpuSeconds(run, rounds = ROUNDS) {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await run(round);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

function drawCorpus(relation, seed) {
  let left = PAIRS;
  for (const { candidateLatex } of corpus({ seed, relation })) {
    consumed += candidateLatex.length;
    if (--left === 0) return;
  }
}

function drawByFastCheck(arbitrary, seed) {
  const isRead = fc.property(arbitrary, ({ candidateLatex }) => void (consumed += candidateLatex.length));
  fc.assert(isRead, { numRuns: PAIRS, seed });
}

const rows = {};
const addRate = (name, count, seconds, target) => {
  rows[name] = { "a second": Math.round(count / seconds), target };
};

for (const relation of RELATIONS)
  addRate(`corpus, ${relation}`, PAIRS, await cpuSeconds((round) => drawCorpus(relation, round)), 100_000);
addRate(
  "fast-check, equivalent",
  PAIRS,
  await cpuSeconds((round) => drawByFastCheck(equivalentPair(), round)),
  15_000,
);
addRate(
  "fast-check, different",
  PAIRS,
  await cpuSeconds((round) => drawByFastCheck(differentPair(), round)),
  12_000,
);

const CASES = 20_000;
const { verify } = createVerifier();
const accepts = (completion, gold) => verify({ reference: gold, completion }).verdict.status === "correct";
const check = async (round) => {
  const { findings } = await checkVerifier(accepts, { cases: CASES, seed: round + 1 });
  consumed += findings.length;
};
addRate("checkVerifier of verify, cases", CASES, await cpuSeconds(check, 2), 10_000);

console.log("\nPairs and cases by CPU time, the least of several rounds");
console.table(rows);

const start =
  "const s = performance.now(); await import(process.argv[1]); console.log(performance.now() - s)";
const importTimes = Array.from({ length: 9 }, () =>
  Number(
    spawnSync(
      process.execPath,
      ["--input-type=module", "-e", start, new URL("../dist/testing/index.js", import.meta.url).href],
      { encoding: "utf8" },
    ).stdout,
  ),
);
console.log(`importing grpo-rewards/testing: ${Math.min(...importTimes).toFixed(1)} ms, the least of nine`);
console.log(`(${consumed})`);

console.log("\nFaulty verifiers, rewards and estimators of the tests, one seed");
spawnSync("bash", ["test/testing/kills.sh", "--seeds", "1"], { stdio: "inherit" });
