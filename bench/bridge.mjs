/**
 * What the bridge costs: round trips of the Python client to a server on this machine, beside what they should take.
 *
 *     npm run bench -- bridge [--python PATH] [--client-python PATH]
 *
 * PATH is a Python that has TRL and Math-Verify; by default that of `npm run test:trl`. The client runs in one that has
 * orjson: that of `npm run test:python`, or else .venv-bench, which is made when it is absent.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { accuracy, scoreGroups } from "../dist/index.js";
import { completions } from "./completions.mjs";
import { defaultPython, startPeers } from "./peers.mjs";

const fileAt = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A Python that has orjson. */
function clientPython() {
  const tested = fileAt("../.venv-python/bin/python");
  if (existsSync(tested)) return tested;
  const own = fileAt("../.venv-bench/bin/python");
  if (!existsSync(own)) {
    console.log("Making .venv-bench, a Python with orjson");
    execFileSync("python3", ["-m", "venv", fileAt("../.venv-bench")]);
    execFileSync(own, ["-m", "pip", "install", "--quiet", "orjson"], { stdio: "inherit" });
  }
  return own;
}

const { values: flags } = parseArgs({
  options: {
    python: { type: "string", default: defaultPython },
    "client-python": { type: "string" },
  },
});

/** Milliseconds by case, on two quiet cores. */
const TARGETS = {
  "ping fd": 0.06,
  "ping unix": 0.06,
  "ping http": 0.15,
  "64 of 24000 json unread": 10,
  "64 of 24000 orjson unread": 6,
  "64 of 24000 frames unread": 0.6,
  "1024 of 80000 json unread": 650,
  "1024 of 80000 orjson unread": 450,
  "1024 of 80000 frames unread": 110,
};

const MEMORY_TARGET = 150;

/** Of the time that TRL's own reward takes in process. */
const OVERHEAD_TARGETS = { json: 3, orjson: 3, frames: 0.5 };

const COUNT = 64;
const texts = completions(COUNT);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const digits = (value) => Number(value.toPrecision(3));

/** The cases that the client has timed. */
async function timeClient(file) {
  const child = spawn(flags["client-python"] ?? clientPython(), [fileAt("bridge_client.py"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const cases = [];
  for await (const line of createInterface({ input: child.stdout })) cases.push(JSON.parse(line));
  if (cases.length === 0) throw new Error("bridge_client.py has timed nothing");
  return cases;
}

/** Milliseconds of TRL's own reward on the same completions; `null` where it is not installed. */
async function timeTrl(file) {
  const peers = await startPeers(flags.python, file);
  const times = [];
  if (peers.names.includes("trl.accuracy")) {
    for (let round = 0; round < 4; round++) times.push((await peers.time("trl.accuracy")).ms);
  }
  peers.stop();
  return times.length > 0 ? median(times.slice(1)) : null;
}

async function timeHere() {
  const inputs = texts.map((text, i) => ({ columns: { solution: String(i) }, completions: [text] }));
  const times = [];
  for (let round = 0; round < 20; round++) {
    const start = performance.now();
    await scoreGroups(inputs, accuracy());
    times.push(performance.now() - start);
  }
  return median(times.slice(5));
}

const folder = mkdtempSync(join(tmpdir(), "grpo-rewards-bench-"));
try {
  const textsFile = join(folder, "texts.json");
  const batchFile = join(folder, "batch.json");
  writeFileSync(textsFile, JSON.stringify(texts));
  const solutions = texts.map((_, i) => String(i));
  writeFileSync(batchFile, JSON.stringify({ texts, solutions, tokenIds: texts.map(() => []) }));
  const cases = await timeClient(textsFile);
  const [trl, here] = [await timeTrl(batchFile), await timeHere()];

  console.log("\nRound trips of the Python client, in milliseconds, and the server's peak memory in MB");
  console.log(`(targets are for two quiet cores; memory with frames: ${MEMORY_TARGET})`);
  console.table(
    Object.fromEntries(
      cases
        .filter(({ rest }) => !rest)
        .map(({ case: name, p50, p10, least, memory }) => [
          name,
          {
            p50: digits(p50),
            p10: digits(p10),
            least: digits(least),
            target: TARGETS[name] ?? "",
            MB: memory ? Math.round(memory) : "",
          },
        ]),
    ),
  );

  console.log(`\nThe accuracy reward on ${COUNT} completions of 24 kB, in milliseconds`);
  const own = { "in process, TRL": { p50: trl === null ? "not installed" : digits(trl) } };
  own["in process, this package"] = { p50: digits(here) };
  for (const { case: name, p50, p10, least, rest } of cases.filter((each) => each.rest)) {
    const encoder = name.split(" ")[1];
    const bridge = median(rest);
    own[`over the bridge, ${encoder}`] = {
      p50: digits(p50),
      p10: digits(p10),
      least: digits(least),
      "of it the bridge": digits(bridge),
      "% of TRL": trl === null ? "" : digits((bridge / trl) * 100),
      "target %": OVERHEAD_TARGETS[encoder],
    };
  }
  console.table(own);
} finally {
  rmSync(folder, { recursive: true });
}
