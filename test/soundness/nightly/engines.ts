/**
 * Puts every row of the hang table to the engines at the default deadline, then asks 10,000 questions, some of which
 * try to leave something behind. Prints how long the worst verdict took, how memory grew and whether anything was
 * printed by the engines' thread.
 *
 *     npm run test:engines
 */
import { closeEngines, proveEqual } from "../../../src/math/engines/index.js";
import { HANGS } from "../../unit/math/engines/hangs.js";
import { number, power, product, sum, symbol } from "../../nodes.js";

const DEADLINE_MS = 2000;
/** What a new thread may take to start, beside the deadline. */
const START_MS = 10_000;
const QUESTIONS = 10_000;
const GROWTH_MB = 60;

const rssMb = (): number => process.memoryUsage().rss / 2 ** 20;
const x = symbol("x");

let [passed, failed] = [0, 0];
function check(name: string, holds: boolean): void {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? "ok    " : "FAILED"} ${name}`);
}

/** A question whose answer is known: a symbol of its own, and what a question before it tried to define. */
async function isProved(k: number): Promise<boolean> {
  if (k % 100 === 0) await proveEqual(symbol("x:=5"), number(5));
  if (k % 100 === 1) await proveEqual(symbol("f(x):=x^2"), power(x, number(2)));
  if (k % 100 === 2) return (await proveEqual(x, number(5))).equal === null;
  const own = symbol(`x${k}`);
  const { equal } = await proveEqual(product(number(k), own), product(own, number(k)), {
    deadlineMs: 20_000,
  });
  return equal === true;
}

async function provedOf(from: number, to: number): Promise<number> {
  let proved = 0;
  for (let k = from; k < to; k++) if (await isProved(k)) proved++;
  return proved;
}

for (const [name, left, right] of HANGS) {
  const start = performance.now();
  const { reason } = await proveEqual(left, right, { deadlineMs: DEADLINE_MS });
  const ms = performance.now() - start;
  const next = await proveEqual(sum(x, x), product(number(2), x), { deadlineMs: 20_000 });
  const isInTime = ms < DEADLINE_MS + START_MS;
  check(`${name}: ${ms.toFixed(0)} ms, ${reason}`, isInTime && next.equal === true);
}

const warmUp = QUESTIONS / 10;
const warm = await provedOf(1, warmUp + 1);
const before = rssMb();
const proved = warm + (await provedOf(warmUp + 1, QUESTIONS + 1));
const grown = rssMb() - before;
check(`${QUESTIONS} questions: ${proved} answered as they should be`, proved === QUESTIONS);
check(
  `memory: ${before.toFixed(0)} MB after ${warmUp}, ${grown.toFixed(0)} MB more at the end`,
  grown < GROWTH_MB,
);
await closeEngines();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
