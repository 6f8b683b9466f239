// How fast programs are judged: the sandboxes of this package beside what reward servers do instead. Every row runs the
// same program (a sum) on the same tests and checks every answer. CPU is that of all processes that a row starts. Figures
// are the best of some rounds; those with a target are printed once more beside it.
import { embeddedRunner, nativeRunner } from "../dist/sandbox/index.js";
import { leastTimed } from "./sandbox/cpu-time.mjs";
import { peers } from "./sandbox/peers.mjs";
import { compile, inputs, judge, LIMITS, runTests, TESTS, WORKERS } from "./sandbox/tests.mjs";

const ROUNDS = 4;
const PROGRAMS = 10;

const rows = {};
/** Each figure that has a target: what was measured, and the bound. */
const targets = {};
let reference = null;

function report(name, { wallMs, cpuMs }, programs, first) {
  const runs = programs * TESTS;
  const [perSecond, cpuPerRun] = [Math.round((1000 * runs) / wallMs), cpuMs / runs];
  reference ??= cpuPerRun;
  rows[name] = {
    "runs/s": perSecond,
    "CPU ms/run": Number(cpuPerRun.toFixed(2)),
    "× less CPU": Number((reference / cpuPerRun).toFixed(1)),
    "first program ms": first === undefined ? "" : Math.round(first),
  };
  return { perSecond, cpuPerRun };
}

const atLeast = (name, measured, bound) =>
  (targets[name] = { measured, target: `>= ${bound}`, met: measured >= bound });
const atMost = (name, measured, bound) =>
  (targets[name] = { measured: Number(measured.toFixed(1)), target: `<= ${bound}`, met: measured <= bound });

async function millisecondsOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function isMissing(runner, language, name) {
  const state = (await runner.capabilities()).languages[language];
  if ("reason" in state) console.log(`Left out: ${name}. ${state.reason} ${state.advice ?? ""}`);
  return "reason" in state;
}

/** Programs with texts of their own, from their compiling on. */
async function bench(name, runner, language, programs, rounds = ROUNDS) {
  if (await isMissing(runner, language, name)) return null;
  const first = await millisecondsOf(() => judge(runner, language, "first"));
  const work = (round) =>
    Promise.all(Array.from({ length: programs }, (_, i) => judge(runner, language, `${round}-${i}`)));
  return report(name, await leastTimed(work, rounds), programs, first);
}

/** Tests of programs that are compiled already. */
async function benchCompiled(name, runner) {
  const artifacts = await Promise.all(
    Array.from({ length: PROGRAMS }, (_, i) => compile(runner, "cpp", `compiled-${i}`)),
  );
  const work = () => Promise.all(artifacts.map((artifact) => runTests(runner, artifact)));
  return report(name, await leastTimed(work, ROUNDS), PROGRAMS);
}

async function compileTime(runner) {
  await compile(runner, "cpp", "warm");
  const { wallMs, cpuMs } = await leastTimed((round) => compile(runner, "cpp", `compile-${round}`), ROUNDS);
  return { "wall ms": Math.round(wallMs), "CPU ms": Math.round(cpuMs) };
}

/** Runs one test, which ends as it should. */
async function runOne(runner, source, language, timeMs, outcome) {
  const compiled = await runner.compile({ language, source });
  const [result] = await runner.run(compiled.artifact, [inputs[0]], { ...LIMITS, timeMs });
  if (result.outcome !== outcome) throw new Error(JSON.stringify(result));
}

/** How long after its limit an endless program is judged, at most. */
async function lateness(runner, language, source, limitMs = 300) {
  const compiled = await runner.compile({ language, source });
  let latest = 0;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const [result] = await runner.run(compiled.artifact, [inputs[0]], { ...LIMITS, timeMs: limitMs });
    if (result.outcome !== "timeout") throw new Error(result.outcome);
    latest = Math.max(latest, performance.now() - start - limitMs);
  }
  return latest;
}

/** From nothing to the result of the first program, with the snapshot in the cache; and from a killed interpreter to it. */
async function startTimes() {
  const least = { boot: Infinity, respawn: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    const runner = embeddedRunner({ workers: 1 });
    const boot = await millisecondsOf(() => runOne(runner, "print(1)", "python", LIMITS.timeMs, "ok"));
    // No bytecode ends within the sum, so that the thread itself is killed.
    await runOne(runner, "sum(range(10**12))", "python", 100, "timeout");
    const respawn = await millisecondsOf(() => runOne(runner, "print(2)", "python", LIMITS.timeMs, "ok"));
    await runner.close();
    least.boot = Math.min(least.boot, boot);
    least.respawn = Math.min(least.respawn, respawn);
  }
  return least;
}

const embedded = embeddedRunner({ workers: WORKERS });
const native = nativeRunner({ workers: WORKERS });
const bare = nativeRunner({ workers: WORKERS, cacheFolder: null });
try {
  for (const [name, work] of Object.entries(peers)) {
    report(name, await leastTimed(() => work(PROGRAMS / 2), 2), PROGRAMS / 2);
  }
  const python = await bench("embedded Python", embedded, "python", 30);
  const javascript = await bench("embedded JavaScript", embedded, "javascript", 60);
  const nativePython = await bench("native Python", native, "python", 30);
  await bench("native JavaScript (Node per test)", native, "javascript", 3, 1);
  const cpp = await bench("native C++, with compiling", native, "cpp", PROGRAMS, 1);
  const compiled = cpp && (await benchCompiled("native C++, compiled", native));
  console.log(
    `\nPrograms of ${TESTS} tests, ${WORKERS} at a time; the last column is a first program in a fresh process`,
  );
  console.table(rows);

  atLeast("embedded Python, runs/s", python.perSecond, 400);
  atMost("embedded Python, CPU ms/run", python.cpuPerRun, 4);
  atLeast("embedded JavaScript, runs/s", javascript.perSecond, 1000);
  const { boot, respawn } = await startTimes();
  atMost("embedded Python, first result with a cached snapshot, ms", boot, 700);
  atMost("embedded Python, next result after a kill, ms", respawn, 400);
  if (nativePython) atLeast("native Python, tests/s", nativePython.perSecond, 400);
  if (compiled) {
    atLeast("native C++ after compiling, tests/s", compiled.perSecond, 500);
    const precompiled = await compileTime(native);
    console.log("\nCompiling a program with bits/stdc++.h (g++ -O2)");
    console.table({ "with the precompiled header": precompiled, without: await compileTime(bare) });
    atMost("compiling with the precompiled header, CPU ms", precompiled["CPU ms"], 700);
  }
  atMost(
    "embedded Python, verdict after its limit, ms",
    await lateness(embedded, "python", "while True: pass"),
    250,
  );
  atMost(
    "embedded JavaScript, verdict after its limit, ms",
    await lateness(embedded, "javascript", "for (;;);"),
    250,
  );
  if (nativePython) {
    atMost(
      "native Python, verdict after its limit, ms",
      await lateness(native, "python", "while True: pass"),
      250,
    );
  }
  console.log("\nFigures with a target on 2 quiet cores; a busy machine misses them");
  console.table(targets);
} finally {
  await Promise.all([embedded, native, bare].map((runner) => runner.close()));
}
