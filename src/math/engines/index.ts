import { createPool, type IsolatedPool } from "../../isolate/index.js";
import type { Node } from "../ast.js";
import type { Dialect } from "./ascii-functions.js";
import { digitsToCompare } from "./digits.js";
import { domainOf } from "./domain.js";
import { printAscii, type SymbolNames } from "./print-ascii.js";
import type { Domain, EngineAnswer, EngineName, EngineTask, PrintedPair } from "./task.js";

export interface EngineOptions {
  /** How long the engines may work on a pair before they are killed; 2000 by default. */
  readonly deadlineMs?: number;
  /** Which engines are asked; both by default. */
  readonly engines?: readonly EngineName[];
  /** The base of a logarithm whose base is not written. Without one, nothing is proved about such logarithms. */
  readonly logBase?: "e" | 10;
}

export interface EngineVerdict {
  /** `true` for a proof; `null` for not known. Engines prove no inequality. */
  readonly equal: true | null;
  /** The method that found the proof. */
  readonly by: string | null;
  readonly reason: string;
}

let pool: IsolatedPool<EngineTask, EngineAnswer> | null = null;

/**
 * Asks computer algebra systems whether two expressions are equal. They work in a thread of their own that is killed at
 * the deadline, and a numeric check has to agree with what they find. Never rejects.
 */
export async function proveEqual(
  left: Node,
  right: Node,
  options: EngineOptions = {},
): Promise<EngineVerdict> {
  const task = taskOf(left, right, options);
  if (task === null) return { equal: null, by: null, reason: "not in the language of the engines" };
  pool ??= createPool({ script: new URL("./worker.js", import.meta.url) });
  const outcome = await pool.run(task, options.deadlineMs ?? 2000);
  if (outcome.status === "timeout") return { equal: null, by: null, reason: "the deadline passed" };
  if (outcome.status === "failed") return { equal: null, by: null, reason: outcome.reason };
  const { by, reason } = outcome.value;
  return { equal: by === null ? null : true, by, reason };
}

/** Ends the engines' thread; the next question starts another. */
export async function closeEngines(): Promise<void> {
  const closing = pool;
  pool = null;
  await closing?.close();
}

function taskOf(left: Node, right: Node, options: EngineOptions): EngineTask | null {
  const { engines = ["nerdamer", "mathjs"], logBase } = options;
  const names: SymbolNames = new Map();
  const printPair = (dialect: Dialect): PrintedPair => {
    const printed = [left, right].map((node) => printAscii(node, names, { dialect, logBase }));
    const [first = null, second = null] = printed;
    return first === null || second === null ? null : [first, second];
  };
  const numeric = printPair("numeric");
  if (numeric === null) return null;
  return {
    numeric,
    nerdamer: engines.includes("nerdamer") ? printPair("nerdamer") : null,
    mathjs: engines.includes("mathjs") ? printPair("mathjs") : null,
    symbols: [...names.values()],
    domain: narrowerOf(domainOf(left), domainOf(right)),
    digits: digitsToCompare(left, right),
  };
}

const DOMAINS: readonly Domain[] = ["natural", "real", "complex"];

function narrowerOf(left: Domain, right: Domain): Domain {
  return DOMAINS.find((domain) => domain === left || domain === right) ?? "complex";
}
