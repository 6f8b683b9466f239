import { suitesIn } from "../../test/e2e/corpus/suites.mjs";

/** How the table calls the files of the corpus. */
const CORPORA = {
  "cases/math_verify": "Math-Verify's tests",
  "cases/latex2sympy2_extended": "latex2sympy2's tests",
  "cases/lighteval": "lighteval's tests",
  "cases/trl": "TRL's tests",
  "cases/open_r1": "open-r1's tests",
  "cases/own_dev": "hand-written pairs",
  "cases/mut_true_2000": "rewritten answers",
  "cases/mut_false_2000": "near misses",
  "cases/hang_probe": "cost bombs",
};

const LAST_BOX = /\\boxed\s*\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\}(?![\s\S]*\\boxed)/;

/** What graders of bare answers get of a completion: its last box, its last line without one. */
const answerIn = (completion) => LAST_BOX.exec(completion)?.[1] ?? completion.trim().split("\n").at(-1);

function caseOf(corpus, suite, row) {
  const isBare = row.pred_form === "bare";
  const completion = row.completion ?? (isBare ? `$\\boxed{${row.pred}}$` : row.pred);
  return {
    corpus,
    reference: row.gold,
    completion,
    answer: isBare ? row.pred : answerIn(completion),
    extract: row.extract ?? "default",
    expected: suite.labelled(row),
  };
}

/** Of a file with more pairs, a part is enough. */
const MANY = 300;

/** The pairs of each corpus whose labels are no mere conventions of a grader; of large files every `step`th. */
export function casesIn(folder, step) {
  return suitesIn(folder)
    .filter((suite) => suite.folder !== "golds")
    .flatMap((suite) => {
      const corpus = CORPORA[suite.name] ?? "completions of models";
      const rows = suite.rows().filter(({ dubious }) => dubious !== true);
      return rows
        .filter((_row, i) => rows.length < MANY || i % step === 0)
        .map((row) => caseOf(corpus, suite, row));
    });
}
