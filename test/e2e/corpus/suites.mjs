import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * What a file must reach: the share judged right of its cases without a dubious label, how many wrong answers may
 * pass, and how long any one case may take.
 */
const TARGETS = {
  "cases/math_verify": { right: 0.99 },
  "cases/latex2sympy2_extended": { right: 0.93 },
  "cases/lighteval": { right: 0.95 },
  "cases/trl": { right: 1 },
  "cases/open_r1": { right: 1 },
  "cases/own_dev": { right: 0.98 },
  "cases/mut_true_2000": { right: 0.999 },
  "cases/mut_false_2000": { right: 0.999, falsePositives: 0 },
  "cases/hang_probe": { right: 1, milliseconds: 50 },
};
const GOLD_TARGET = { right: 1 };
/** For all files together: a few labels per thousand are noise, and not evenly spread. */
export const COMPLETIONS_TARGET = { right: 0.993 };

const FOLDERS = {
  cases: { labelled: (row) => row.expected, judge: judgeCase },
  golds: { labelled: () => true, judge: judgeGold },
  completions: { labelled: (row) => row.label, judge: judgeCompletion },
};

/** The options of this library that a case's own test set in its grader; most cases set none. */
function settingsOf({ float_rounding: digits, allow_set_relation_comp: bothWays }) {
  return {
    ...(digits !== undefined && { digits }),
    ...(bothWays !== undefined && { intervals: bothWays ? "both" : "reference_relation" }),
  };
}

/** A case of two bare answers compares them; one whose candidate is a text extracts it as the source's test did. */
function judgeCase({ verify, verifyAnswer }, row, options) {
  const { gold: reference, pred, pred_form, extract } = row;
  const settings = { ...settingsOf(row), ...options };
  return pred_form === "bare"
    ? verifyAnswer({ reference, answer: pred }, settings)
    : verify({ reference, completion: pred }, { extract, ...settings });
}

/** A reference must be read, and equal itself: equality alone could be had by comparing texts. */
function judgeGold({ verifyAnswer, explainVerdict }, { answer }, options) {
  const explanation = explainVerdict?.({ reference: answer, answer }, options);
  if (explanation?.reference.failure) {
    return { verdict: { status: "undetermined", fault: "reference", reason: explanation.reference.failure } };
  }
  return verifyAnswer({ reference: answer, answer }, options);
}

function judgeCompletion({ verify }, { gold, completion }, options) {
  return verify({ reference: gold, completion }, options);
}

function readRows(path) {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** The files of a corpus folder, in the order of the report. */
export function suitesIn(corpus) {
  return Object.entries(FOLDERS).flatMap(([folder, { labelled, judge }]) => {
    const path = join(corpus, folder);
    const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(".jsonl")) : [];
    return files.sort().map((file) => {
      const name = `${folder}/${basename(file, ".jsonl")}`;
      const target = TARGETS[name] ?? (folder === "golds" ? GOLD_TARGET : null);
      return { name, folder, target, labelled, judge, rows: () => readRows(join(path, file)) };
    });
  });
}
