/**
 * Judges labelled answer pairs, references and completions with the built verifier, and compares the result with the
 * targets of `suites.mjs` and with the failures that `expected-failures.json` explains.
 *
 *     node test/e2e/corpus/math.mjs [FOLDER] [--only NAME]... [--list] [--module FILE] [--preset NAME]
 *
 * The corpus is third-party data and no part of this repository. It is read from FOLDER, by default `shared/corpus`
 * beside the checkout; where that is absent there is nothing to do. `--list` prints every failure, `--only` takes part
 * of a file's name, and `--module` judges with another build of the verifier.
 *
 * A failure that the list does not explain fails, and so does an explanation whose case is now judged right.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { COMPLETIONS_TARGET, suitesIn } from "./suites.mjs";

const REPOSITORY = new URL("../../../", import.meta.url);
const EXPECTED_FAILURES = JSON.parse(
  readFileSync(new URL("expected-failures.json", import.meta.url), "utf8"),
);
/** A slower case is timed again: the least of the runs is the work, and the rest is the machine. */
const TIMED_AGAIN_OVER_US = 1000;
const TIMED_RUNS = 3;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", multiple: true, default: [] },
    list: { type: "boolean", default: false },
    module: { type: "string", default: fileURLToPath(new URL("dist/math/index.js", REPOSITORY)) },
    preset: { type: "string" },
  },
});
const options = flags.preset === undefined ? undefined : { preset: flags.preset };

async function loadVerifier() {
  const module = await import(pathToFileURL(resolve(flags.module)).href);
  const inBox = ({ reference, answer }) => module.verify({ reference, completion: `\\boxed{${answer}}` });
  return { verifyAnswer: inBox, ...module };
}

function timed(judge) {
  const start = performance.now();
  const verdict = verdictOf(judge);
  return { verdict, us: (performance.now() - start) * 1000 };
}

/** A verifier that throws on text has failed the case, whatever its label. */
function verdictOf(judge) {
  try {
    return judge().verdict;
  } catch (error) {
    return { status: "threw", by: String(error) };
  }
}

function leastTime(judge) {
  const runs = [timed(judge)];
  while (runs.length < TIMED_RUNS && runs[0].us > TIMED_AGAIN_OVER_US) runs.push(timed(judge));
  return { verdict: runs[0].verdict, us: Math.min(...runs.map(({ us }) => us)) };
}

function judgeRow(verifier, suite, row) {
  const { verdict, us } = leastTime(() => suite.judge(verifier, row, options));
  const expected = suite.labelled(row);
  const right = verdict.status !== "threw" && (verdict.status === "correct") === expected;
  return { row, id: row.id, dubious: row.dubious === true, expected, verdict, right, us };
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

function summarize(target, judged) {
  const counted = judged.filter(({ dubious }) => !dubious);
  const right = counted.filter((each) => each.right).length;
  const wrong = counted.filter((each) => !each.right);
  const times = judged.map(({ us }) => us).sort((a, b) => a - b);
  const max = times.at(-1) ?? 0;
  const falsePositives = wrong.filter(({ expected }) => !expected).length;
  const reached = target === null || reaches(target, { share: right / counted.length, falsePositives, max });
  const row = {
    n: counted.length,
    right,
    "%": percent(right, counted.length),
    FP: falsePositives,
    FN: wrong.length - falsePositives,
    null: counted.filter(({ verdict }) => verdict.status === "undetermined" && verdict.fault !== "candidate")
      .length,
    target: target === null ? "" : `${describeTarget(target)}${reached ? "" : "  MISSED"}`,
    "max µs": Math.round(max),
    "p50 µs": Number(quantile(times, 0.5).toFixed(1)),
    "p99 µs": Number(quantile(times, 0.99).toFixed(1)),
    "% with dubious": percent(judged.filter((each) => each.right).length, judged.length),
  };
  return { row, reached };
}

function reaches(target, { share, falsePositives, max }) {
  return (
    share >= target.right &&
    falsePositives <= (target.falsePositives ?? Infinity) &&
    max <= (target.milliseconds ?? Infinity) * 1000
  );
}

const percent = (part, whole) => Number(((100 * part) / whole).toFixed(2));

function describeTarget({ right, falsePositives, milliseconds }) {
  const parts = [`${100 * right} %`];
  if (falsePositives !== undefined) parts.push(`${falsePositives} FP`);
  if (milliseconds !== undefined) parts.push(`${milliseconds} ms`);
  return parts.join(", ");
}

/** Unexplained failures, and explanations of what is no failure any more. */
function compareWithList(judged) {
  const counted = judged.filter(({ dubious }) => !dubious);
  return {
    unlisted: counted.filter(({ id, right }) => !right && !(id in EXPECTED_FAILURES)),
    stale: counted.filter(({ id, right }) => right && id in EXPECTED_FAILURES),
  };
}

function describeCase({ id, expected, verdict, row }) {
  const said =
    verdict.status === "undetermined"
      ? `${verdict.fault}:${verdict.reason}`
      : `${verdict.status} by ${verdict.by}`;
  const shown = (text) =>
    JSON.stringify(text.length > 160 ? `${text.slice(0, 30)} … ${text.slice(-130)}` : text);
  const candidate = row.pred ?? row.completion ?? row.answer;
  return `  ${id}  ${expected ? "FN" : "FP"} (${said})  ${shown(row.gold ?? row.answer)}  vs  ${shown(candidate)}`;
}

function printFailures(name, judged, { unlisted, stale }) {
  const explained = judged.filter(({ id, right, dubious }) => !right && !dubious && id in EXPECTED_FAILURES);
  if (flags.list) {
    for (const each of explained) console.log(`${describeCase(each)}  [${EXPECTED_FAILURES[each.id]}]`);
    for (const each of judged.filter(({ dubious, right }) => dubious && !right)) {
      console.log(`${describeCase(each)}  [dubious label]`);
    }
    for (const each of unlisted) console.log(describeCase(each));
  } else if (unlisted.length > 0) {
    console.log(`${name}: ${unlisted.length} failures that no one has explained; --list shows them`);
  }
  for (const { id } of stale) console.log(`${name}: ${id} is judged right now; its explanation is stale`);
}

const folder = resolve(positionals[0] ?? fileURLToPath(new URL("../shared/corpus", REPOSITORY)));
const suites = suitesIn(folder).filter(
  ({ name }) => flags.only.length === 0 || flags.only.some((part) => name.includes(part)),
);
if (suites.length === 0) console.log(`No corpus to judge in ${folder}`);

const verifier = suites.length > 0 ? await loadVerifier() : null;
const table = {};
const checks = [];

function report(name, target, judged) {
  const { row, reached } = summarize(target, judged);
  table[name] = row;
  if (target !== null) checks.push(reached);
}

const judgedByFolder = {};
for (const suite of suites) {
  const judged = suite.rows().map((row) => judgeRow(verifier, suite, row));
  (judgedByFolder[suite.folder] ??= []).push(...judged);
  const listed = compareWithList(judged);
  printFailures(suite.name, judged, listed);
  report(suite.name, suite.target, judged);
  checks.push(listed.unlisted.length + listed.stale.length === 0);
}
const completions = judgedByFolder.completions ?? [];
if (completions.length > 0) report("all completions", COMPLETIONS_TARGET, completions);
if (suites.length > 0) console.table(table);
if (suites.length > 0 && flags.only.length === 0) {
  const ids = new Set(Object.values(judgedByFolder).flatMap((judged) => judged.map(({ id }) => id)));
  const unknown = Object.keys(EXPECTED_FAILURES).filter((id) => !ids.has(id));
  for (const id of unknown) console.log(`expected-failures.json: there is no case ${id}`);
  checks.push(unknown.length === 0);
}
const passed = checks.filter(Boolean).length;
console.log(`${passed} passed, ${checks.length - passed} failed`);
process.exitCode = passed === checks.length ? 0 : 1;
