import { checkObject, checkOptions, listOf, type Needs, POSITIVE } from "../core/index.js";
import type { EngineOptions } from "./engines/index.js";
import { readingsOf } from "./readings.js";
import { createVerifier, type Examination, type Verification, type VerifyOptions } from "./verifier.js";
import type { AnswerInput, VerifyInput } from "./verify-input.js";

/** Options of the engines, beside those of `verify`. */
export interface EngineVerifyOptions extends VerifyOptions {
  /** How long the engines may work on one pair, in milliseconds, before they are killed; 2000 by default. */
  readonly deadlineMs?: number;
  /** Which engines are asked, in order; nerdamer and mathjs by default. */
  readonly engines?: readonly ("nerdamer" | "mathjs")[];
}

const ENGINES = ["nerdamer", "mathjs"] as const;

const NEEDS: Needs<Omit<EngineOptions, "logBase">> = { deadlineMs: POSITIVE, engines: listOf(...ENGINES) };

/** The engine that proves the pair equal, in any reading that the policy allows. */
async function askEngines(
  { reference, candidate, policy }: Examination,
  options: Omit<EngineOptions, "logBase">,
): Promise<string | null> {
  const [a, b] = [reference.node(), candidate?.node() ?? null];
  if (a === null || b === null) return null;
  const { proveEqual } = await import("./engines/index.js");
  for (const reading of readingsOf(a, b, policy)) {
    const { logBase } = reading;
    const { equal, by } = await proveEqual(reading.reference, reading.candidate, { ...options, logBase });
    if (equal === true) return by;
  }
  return null;
}

/**
 * Judges as `verify` does, and asks the computer algebra systems nerdamer and mathjs about the pairs that no tier could
 * decide. They work in a thread of their own that is killed at the deadline; they may prove two answers equal, and
 * decide nothing else. Needs Node and the optional dependencies `mathjs` and `nerdamer`; without them the verdict is
 * that of `verify`.
 */
export async function verifyWithEngines(
  input: VerifyInput | AnswerInput,
  engineOptions: EngineVerifyOptions = {},
): Promise<Verification> {
  checkObject("the options", engineOptions, "an object");
  const { deadlineMs = 2000, engines = ENGINES, ...options } = engineOptions;
  checkOptions({ deadlineMs, engines }, NEEDS);
  const examination = createVerifier(options).examine(input);
  const { verdict, extracted } = examination;
  if (verdict.status !== "incorrect" || verdict.by !== "unproven") return { verdict, extracted };
  const by = await askEngines(examination, { deadlineMs, engines });
  return { verdict: by === null ? verdict : { status: "correct", by }, extracted };
}

/** Ends the thread of the engines, if one runs; the next question starts another. */
export async function closeEngines(): Promise<void> {
  const engines = await import("./engines/index.js");
  await engines.closeEngines();
}
