/**
 * The comparison of the README: labelled pairs of answers, judged by this library and by what else there is.
 *
 *     npm run bench -- comparison [--python PATH] [--step N] [--only NAME] [--write]
 *
 * PATH is a Python that has TRL and Math-Verify; by default that of `npm run test:trl`, after
 * `.venv-trl/bin/pip install "math-verify[antlr4_13_2]"`. The pairs are those of `shared/corpus` beside the checkout,
 * of large files every Nth. `--write` puts the tables into README.md and docs/comparison.md.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { casesIn } from "./comparison/cases.mjs";
import { runGrader } from "./comparison/run-grader.mjs";
import { corpusTable, figuresOf, shortTable } from "./comparison/table.mjs";
import { defaultPython } from "./peers.mjs";

const ROOT = new URL("../", import.meta.url);
const CORPUS = new URL("../shared/corpus", ROOT);

const { values: flags } = parseArgs({
  options: {
    python: { type: "string", default: defaultPython },
    step: { type: "string", default: "1" },
    only: { type: "string", multiple: true },
    write: { type: "boolean", default: false },
  },
});

const npm = (name) => {
  const file = new URL(`node_modules/${name}/package.json`, ROOT);
  return JSON.parse(readFileSync(file, "utf8")).version;
};

const GRADERS = [
  { name: "grpo-rewards", title: "**grpo-rewards**" },
  { name: "Math-Verify", python: flags.python },
  { name: "TRL", python: flags.python },
  { name: "open-r1", title: "open-r1's accuracy", python: flags.python },
  { name: "mathjs", title: `mathjs ${npm("mathjs")}` },
  { name: "nerdamer", title: `nerdamer-prime ${npm("nerdamer")}` },
  { name: "compute-engine", title: "compute-engine 0.27" },
].filter(({ name }) => flags.only?.includes(name) ?? true);

/** Replaces what stands between two marks of a file. */
function fill(file, mark, text) {
  const path = new URL(file, ROOT);
  const [begin, end] = [`<!-- ${mark}:begin -->`, `<!-- ${mark}:end -->`];
  const old = readFileSync(path, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no marks ${begin} and ${end}.`);
  writeFileSync(path, `${old.slice(0, from + begin.length)}\n\n${text}\n\n${old.slice(to)}`);
}

if (!existsSync(CORPUS)) throw new Error(`There are no pairs to judge: ${fileURLToPath(CORPUS)} is missing.`);
const cases = casesIn(fileURLToPath(CORPUS), Number(flags.step));
const results = [];
for (const grader of GRADERS) {
  console.error(`${grader.name}: ${cases.length} pairs ...`);
  const run = await runGrader(grader, cases);
  const title = grader.title ?? `${grader.name} ${run.version}`;
  results.push({ title, figures: figuresOf(cases, run) });
}

const [short, byCorpus] = [shortTable(results), corpusTable(cases, results)];
console.log(`${short}\n\n${byCorpus}`);
if (flags.write) {
  fill("README.md", "comparison", short);
  fill("docs/comparison.md", "comparison", short);
  fill("docs/comparison.md", "corpora", byCorpus);
}
