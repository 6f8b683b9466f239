// How fast programs are judged: the sandboxes of this package beside what reward servers do instead. Every row runs the
// same program (a sum) on the same tests and checks every answer. CPU is that of all processes that a row starts.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { embeddedRunner, nativeRunner } from "../dist/sandbox/index.js";

const TESTS = 20;
const PROGRAMS = 10;
const WORKERS = 2;
const LIMITS = { timeMs: 20_000, memoryBytes: 256 << 20, outputBytes: 1 << 16 };

const SOURCES = {
  python: "n = int(input())\nprint(sum(map(int, input().split())))",
  javascript:
    'const [, line] = require("fs").readFileSync(0, "utf8").split("\\n");\nconsole.log(line.split(" ").reduce((sum, each) => sum + Number(each), 0));',
  cpp: "#include <bits/stdc++.h>\nint main() { int n; std::cin >> n; long long sum = 0, x; while (std::cin >> x) sum += x; std::cout << sum << '\\n'; }",
};

const inputs = Array.from({ length: TESTS }, (_, i) => ({ kind: "stdin", text: `5\n${i} 2 3 4 5\n` }));
const expected = inputs.map((_, i) => String(i + 14));

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

async function timed(work) {
  const [cpu, start] = [cpuMs(), performance.now()];
  await work();
  return { wallMs: performance.now() - start, cpuMs: cpuMs() - cpu };
}

function check(outputs) {
  const wrong = outputs.findIndex((output, i) => output.trim() !== expected[i]);
  if (wrong >= 0) throw new Error(`test ${wrong} wrote ${JSON.stringify(outputs[wrong])}`);
}

/** Each program has a text of its own, as completions have, so that nothing is compiled once for all. */
const variant = (language, i) => `${SOURCES[language]}\n${language === "python" ? "#" : "//"} ${i}`;

async function judge(runner, language, i) {
  const compiled = await runner.compile({ language, source: variant(language, i) });
  if (compiled.outcome !== "ok") throw new Error(compiled.message);
  const results = await runner.run(compiled.artifact, inputs, LIMITS);
  check(
    results.map(({ stdout, outcome, message }) => (outcome === "ok" ? stdout : `${outcome}: ${message}`)),
  );
}

const rows = {};
let reference = null;

function report(name, { wallMs, cpuMs }, runs, start) {
  const perSecond = (1000 * runs) / wallMs;
  reference ??= cpuMs / runs;
  rows[name] = {
    "runs/s": Math.round(perSecond),
    "CPU ms/run": Number((cpuMs / runs).toFixed(2)),
    "× less CPU": Number((reference / (cpuMs / runs)).toFixed(1)),
    "first run ms": start === undefined ? "" : Math.round(start),
  };
}

/** Runs a command per test, as many at a time as the sandboxes do. */
async function commandPerTest(command, args) {
  let next = 0;
  const total = PROGRAMS * TESTS;
  const one = (text) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
      let output = "";
      child.stdout.on("data", (chunk) => (output += chunk));
      child.on("error", reject);
      child.on("close", () => resolve(output));
      child.stdin.end(text);
    });
  const lane = async () => {
    while (next < total) {
      const at = next++ % TESTS;
      if ((await one(inputs[at].text)).trim() !== expected[at]) throw new Error(`${command} is wrong`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, lane));
}

async function bench(name, runner, language, programs = PROGRAMS) {
  const { languages } = await runner.capabilities();
  const state = languages[language];
  if ("reason" in state) {
    console.log(`Left out: ${name}. ${state.reason} ${state.advice ?? ""}`);
    return;
  }
  const first = performance.now();
  await judge(runner, language, "first");
  const start = performance.now() - first;
  const spent = await timed(() =>
    Promise.all(Array.from({ length: programs }, (_, i) => judge(runner, language, i))),
  );
  report(name, spent, programs * TESTS, start);
}

/** Tests of programs that are compiled already. */
async function benchCompiled(name, runner) {
  const artifacts = await Promise.all(
    Array.from({ length: PROGRAMS }, async (_, i) => {
      const compiled = await runner.compile({ language: "cpp", source: variant("cpp", i) });
      return compiled.artifact;
    }),
  );
  const spent = await timed(() =>
    Promise.all(
      artifacts.map(async (each) => check((await runner.run(each, inputs, LIMITS)).map((r) => r.stdout))),
    ),
  );
  report(name, spent, PROGRAMS * TESTS);
}

async function compileTime(runner, from, programs) {
  const { wallMs, cpuMs } = await timed(async () => {
    for (let i = from; i < from + programs; i++) {
      const compiled = await runner.compile({ language: "cpp", source: variant("cpp", i) });
      if (compiled.outcome !== "ok") throw new Error(compiled.message);
    }
  });
  return { "wall ms": Math.round(wallMs / programs), "CPU ms": Math.round(cpuMs / programs) };
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
  return Math.round(latest);
}

const embedded = embeddedRunner({ workers: WORKERS });
const native = nativeRunner({ workers: WORKERS });
const bare = nativeRunner({ workers: WORKERS, cacheFolder: null });
try {
  const python = "/usr/bin/python3";
  report(
    "python3 per test, no sandbox",
    await timed(() => commandPerTest(python, ["-c", SOURCES.python])),
    PROGRAMS * TESTS,
  );
  const openR1 = fileURLToPath(new URL("sandbox_open_r1.py", import.meta.url));
  report(
    "open-r1's loop, no sandbox",
    await timed(() => {
      const task = {
        code: SOURCES.python,
        tests: inputs.map(({ text }, i) => [text, expected[i]]),
        programs: PROGRAMS,
      };
      const { status, stdout, stderr } = spawnSync(python, [openR1], {
        input: JSON.stringify(task),
        encoding: "utf8",
      });
      if (status !== 0 || stdout.trim() !== "1.0") throw new Error(stdout + stderr);
    }),
    PROGRAMS * TESTS,
  );
  if (spawnSync("bwrap", ["--version"]).status === 0) {
    const box = [
      "--unshare-all",
      "--as-pid-1",
      "--die-with-parent",
      "--ro-bind",
      "/usr",
      "/usr",
      "--symlink",
      "usr/lib",
      "/lib",
    ];
    box.push("--symlink", "usr/lib64", "/lib64", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp");
    report(
      "bubblewrap + python3 per test",
      await timed(() => commandPerTest("bwrap", [...box, python, "-c", SOURCES.python])),
      PROGRAMS * TESTS,
    );
  }
  await bench("embedded Python", embedded, "python", 30);
  await bench("embedded JavaScript", embedded, "javascript", 60);
  await bench("native Python", native, "python", 30);
  await bench("native JavaScript (Node per test)", native, "javascript", 3);
  await bench("native C++, with compiling", native, "cpp");
  if (rows["native C++, with compiling"]) await benchCompiled("native C++, compiled", native);
  console.log(
    `\nPrograms of ${TESTS} tests, ${WORKERS} at a time; the last column is a first program in a fresh process`,
  );
  console.table(rows);

  if (rows["native C++, with compiling"]) {
    await bare.compile({ language: "cpp", source: "int main() {}" });
    console.log("\nCompiling a program with bits/stdc++.h (g++ -O2)");
    console.table({
      "with the precompiled header": await compileTime(native, 1000, 5),
      without: await compileTime(bare, 1000, 5),
    });
  }

  const late = {
    "embedded Python": await lateness(embedded, "python", "while True: pass"),
    "embedded JavaScript": await lateness(embedded, "javascript", "for (;;);"),
  };
  if (rows["native Python"]) late["native Python"] = await lateness(native, "python", "while True: pass");
  console.log("\nMilliseconds after its limit by which an endless program is judged, the latest of 5");
  console.table(late);
} finally {
  await Promise.all([embedded, native, bare].map((runner) => runner.close()));
}
