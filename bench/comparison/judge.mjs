/**
 * A grader in JavaScript: reads one pair a line, and writes for each whether it is right, and the microseconds it took.
 *
 *     node judge.mjs NAME
 *
 * mathjs, nerdamer and compute-engine are no graders: they get the bare answers, and are used as their documentation
 * proposes to tell whether two expressions are equal.
 */
import { createInterface } from "node:readline";

async function ownGrader() {
  const { verify } = await import("../../dist/math/index.js");
  return ({ reference, completion, extract }) =>
    verify({ reference, completion }, { extract }).verdict.status === "correct";
}

async function mathjsGrader() {
  const { symbolicEqual } = await import("mathjs");
  return ({ reference, answer }) => symbolicEqual(reference, answer);
}

async function nerdamerGrader() {
  const { default: nerdamer } = await import("nerdamer");
  const read = (latex) => nerdamer.convertFromLaTeX(latex).toString();
  return ({ reference, answer }) =>
    nerdamer(`simplify((${read(reference)})-(${read(answer)}))`).toString() === "0";
}

async function computeEngineGrader() {
  const { ComputeEngine } = await import("@cortex-js/compute-engine");
  const engine = new ComputeEngine();
  return ({ reference, answer }) => {
    const [one, other] = [engine.parse(reference), engine.parse(answer)];
    return one.isEqual(other) === true || one.simplify().isSame(other.simplify());
  };
}

const GRADERS = {
  "grpo-rewards": ownGrader,
  mathjs: mathjsGrader,
  nerdamer: nerdamerGrader,
  "compute-engine": computeEngineGrader,
};

/** What cannot be read is wrong. */
function isRight(grade, pair) {
  try {
    return grade(pair);
  } catch {
    return false;
  }
}

const grade = await GRADERS[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  const pair = JSON.parse(line);
  const start = performance.now();
  const right = isRight(grade, pair);
  console.log(JSON.stringify({ right, us: (performance.now() - start) * 1000 }));
}
