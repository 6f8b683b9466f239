import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { clearTimeout, setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Who takes longer has hung, and is ended. Math-Verify gives up after five seconds by itself. */
const LIMIT_MS = 5000;
const GRACE_MS = 2000;
/** A trainer's process judges for hours: passes over the cases until so much was spent, and the last one counts. */
const WARM_MS = 10_000;
const MOST_PASSES = 12;

const ignore = () => undefined;

/** A process that judges the pairs that it is sent, one after another. */
function startJudge({ name, python }) {
  const [command, file] = python ? [python, "judge.py"] : [process.execPath, "judge.mjs"];
  const child = spawn(command, [script(file), name], { stdio: ["pipe", "pipe", "pipe"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaints = "";
  child.stderr.on("data", (chunk) => (complaints = `${complaints}${chunk}`.slice(-2000)));
  // What it does not read, it has not judged either.
  child.stdin.on("error", ignore);
  const next = async () => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`${name} ended: ${complaints}`);
    return JSON.parse(value);
  };
  return {
    child,
    next,
    send: (pairs) => child.stdin.write(pairs.map((pair) => `${JSON.stringify(pair)}\n`).join("")),
  };
}

/** What comes next; `null` if nothing comes in time. */
async function nextInTime({ next }) {
  const answer = next();
  answer.catch(ignore);
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS + GRACE_MS, null);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}

/** A grader whose process is replaced when it hangs. */
async function openGrader(grader) {
  let worker;
  let version;
  const begin = async () => {
    worker = startJudge(grader);
    if (grader.python) ({ version } = await worker.next());
  };
  const judgeAll = async (cases) => {
    const said = [];
    worker.send(cases);
    while (said.length < cases.length) {
      const verdict = await nextInTime(worker);
      said.push(verdict ?? { right: false, us: Infinity });
      if (verdict !== null) continue;
      worker.child.kill("SIGKILL");
      await begin();
      worker.send(cases.slice(said.length));
    }
    return said;
  };
  await begin();
  return { judgeAll, version: () => version, close: () => worker.child.kill() };
}

/** Has a grader judge all cases; returns its version, where it tells one, and what it said in the last pass. */
export async function runGrader(grader, cases) {
  const { judgeAll, version, close } = await openGrader(grader);
  const start = performance.now();
  let said;
  for (let pass = 0; pass < MOST_PASSES && (pass === 0 || performance.now() - start < WARM_MS); pass++) {
    said = await judgeAll(cases);
  }
  close();
  const verdicts = said.map(({ right, us }, i) => {
    const hung = us >= LIMIT_MS * 1000;
    return {
      said: right,
      us: Math.min(us, LIMIT_MS * 1000),
      hung,
      right: !hung && right === cases[i].expected,
    };
  });
  return { version: version(), verdicts };
}
