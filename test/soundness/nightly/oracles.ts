import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { createPool } from "../../../src/isolate/index.js";
import type { Pair } from "../kind.js";
import type { Judgement } from "../mathjs.js";

/** Judges pairs, in their order, without ever hanging. */
export type Oracle = (pairs: readonly Pair[]) => Promise<readonly Judgement[]>;

const WORKERS = availableParallelism();

/** A library in threads that are killed at a deadline; what it does not decide by then is unclear. */
function isolated(script: string, sides: "latex" | "ascii", deadlineMs: number): Oracle {
  return async (pairs) => {
    const pool = createPool<readonly [string, string], Judgement>({
      script: new URL(script, import.meta.url),
      workers: WORKERS,
      maxWaiting: pairs.length,
      startMs: 60_000,
    });
    const judge = async ({ scalars }: Pair): Promise<Judgement> => {
      if (scalars === null) return "unclear";
      const outcome = await pool.run(scalars[sides], deadlineMs);
      return outcome.status === "done" ? outcome.value : "unclear";
    };
    const judgements = await Promise.all(pairs.map(judge));
    await pool.close();
    return judgements;
  };
}

/** A share of the pairs through one process of Python. */
async function askShare(
  python: string,
  script: string,
  pairs: readonly unknown[],
): Promise<readonly Judgement[]> {
  const process = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
  process.stdin.end(pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
  const judgements: Judgement[] = [];
  for await (const line of createInterface(process.stdout)) judgements.push(JSON.parse(line) as Judgement);
  if (judgements.length < pairs.length)
    throw new Error(`sympy judged ${judgements.length} of ${pairs.length} pairs`);
  return judgements;
}

/** What a script of Python says of each pair. */
export async function askSympy(
  python: string,
  script: string,
  pairs: readonly unknown[],
): Promise<readonly Judgement[]> {
  const size = Math.ceil(pairs.length / WORKERS);
  const shares = Array.from({ length: WORKERS }, (_, k) => pairs.slice(k * size, (k + 1) * size));
  return (await Promise.all(shares.map((share) => askShare(python, script, share)))).flat();
}

/** The oracles beside mathjs, which has judged every pair already. nerdamer and Compute Engine judge expressions only; sympy comes first. */
export const oraclesWith = (python: string, script: string): Readonly<Record<string, Oracle>> => ({
  sympy: (pairs) =>
    askSympy(
      python,
      script,
      pairs.map(({ sympy }) => ({ sympy })),
    ),
  nerdamer: isolated("nerdamer.js", "ascii", 2000),
  "compute-engine": isolated("compute-engine.js", "latex", 5000),
});
