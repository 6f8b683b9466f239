/**
 * Judges the pairs of the property kit with evaluators that are not its own: all of them with the tests' evaluation in
 * doubles, and some with sympy. Prints a table; fails if a pair is contradicted.
 *
 *     bash test/soundness/run.sh [--pairs 100000] [--cross 5000] [--seed N]
 */
import { type AnswerPair, corpus } from "../../../src/testing/index.js";
import { type Opinion, opinionOf } from "../../testing/second-opinion.js";
import { readFlags } from "./flags.js";
import { toSympy } from "./kit-sympy.js";
import { askSympy } from "./oracles.js";

const { pairs, cross, seed, python } = readFlags();
const SYMPY = "test/soundness/sympy_kit.py";

const SINGLE = ["integer", "rational", "decimal", "expression", "symbolic"] as const;
/** Kinds of which the parts are all there is. */
const WHOLE = [...SINGLE, "set", "tuple"] as const;
type Relation = AnswerPair["relation"];

function* take(
  relation: Relation,
  kinds: readonly (typeof WHOLE)[number][],
  count: number,
): Generator<AnswerPair> {
  const drawn = corpus({ seed, relation, kinds });
  for (let i = 0; i < count; i++) yield drawn.next().value;
}

let failed = 0;
const rows: Record<string, string | number>[] = [];

function report(oracle: string, relation: Relation, counts: Readonly<Record<Opinion, number>>): void {
  const agreed = relation === "equivalent" ? counts.equal : counts.different;
  const contradicted = relation === "equivalent" ? counts.different : counts.equal;
  if (contradicted > 0) failed++;
  rows.push({ oracle, relation, pairs: agreed + contradicted + counts.unclear, agreed, contradicted });
}

/** Counts opinions, and prints the pairs that they contradict. */
function tally(
  relation: Relation,
  judged: Iterable<readonly [AnswerPair, Opinion]>,
): Record<Opinion, number> {
  const counts = { equal: 0, different: 0, unclear: 0 };
  for (const [pair, opinion] of judged) {
    counts[opinion]++;
    if (opinion !== "unclear" && (opinion === "equal") !== (relation === "equivalent")) {
      console.log(`CONTRADICTED: ${relation} ${pair.goldLatex}   ${pair.candidateLatex}`);
    }
  }
  return counts;
}

const question = ({ gold, candidate }: AnswerPair): unknown => ({
  sympy: [gold.parts.map(toSympy), candidate.parts.map(toSympy)],
  ordered: gold.kind !== "set",
});

for (const relation of ["equivalent", "different"] as const) {
  function* byDoubles(): Generator<readonly [AnswerPair, Opinion]> {
    for (const pair of take(relation, SINGLE, pairs)) yield [pair, opinionOf(pair)];
  }
  report("doubles", relation, tally(relation, byDoubles()));
  const asked = [...take(relation, WHOLE, cross)];
  const said = await askSympy(python, SYMPY, asked.map(question));
  report(
    "sympy",
    relation,
    tally(
      relation,
      asked.map((pair, i) => [pair, said[i] ?? "unclear"]),
    ),
  );
}
console.log(`${pairs} pairs of the kit of each relation, ${cross} of them for sympy, seed ${seed}`);
console.table(rows);
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
