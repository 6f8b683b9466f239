import { createHash } from "node:crypto";
import type { JudgedTest, JudgeOptions, Program, TestSuite } from "../code/index.js";
import { judgeProgram } from "../code/index.js";
import { createRunner, requireRunner, type RunnerChoice } from "./ladder.js";

/** Judgements that are kept; each has a few hundred bytes per test. */
const MAX_KEPT = 2000;

/** How a program is judged, and the name of all in it that a judgement depends on. */
export interface SharedJudgeOptions extends Omit<JudgeOptions, "signal"> {
  readonly key: string;
}

/** Judges programs in the sandbox that all rewards of a process share; a program that is judged already is not run. */
export type SharedJudge = (
  program: Program,
  suite: TestSuite,
  options: SharedJudgeOptions,
) => Promise<readonly JudgedTest[]>;

const shared = new Map<string, SharedJudge>();

/**
 * The judge of this process that runs programs in that sandbox, which starts with the first program. The judge rejects
 * with a `RewardError` if the sandbox runs nothing here.
 *
 * @throws {RewardError} `bad_options` if the choice is a service at an address that is none
 */
export function sharedJudge(choice: RunnerChoice = "auto"): SharedJudge {
  const key = JSON.stringify(choice);
  const judge = shared.get(key) ?? createJudge(choice);
  shared.set(key, judge);
  return judge;
}

function createJudge(choice: RunnerChoice): SharedJudge {
  const runner = createRunner(choice);
  let usable: Promise<void> | null = null;
  const kept = new Map<string, Promise<readonly JudgedTest[]>>();
  const suiteKeys = new WeakMap<TestSuite, string>();
  const keyOf = (suite: TestSuite): string => {
    const key = suiteKeys.get(suite) ?? digest(JSON.stringify(suite, exactText));
    suiteKeys.set(suite, key);
    return key;
  };
  return ({ language, source }, suite, options) => {
    const key = digest(JSON.stringify([language, source, options.key, keyOf(suite)]));
    const known = kept.get(key);
    if (known) return known;
    // A service that does not answer now may do so later.
    usable ??= typeof choice === "string" ? requireRunner(runner) : Promise.resolve();
    const judging = usable.then(() => judgeProgram(runner, { language, source }, suite, options));
    kept.set(key, judging);
    // What the sandbox failed at may work next time.
    const forget = (): boolean => kept.get(key) === judging && kept.delete(key);
    void judging.then(
      (results) => results.some(({ outcome }) => outcome === "infra_error") && forget(),
      forget,
    );
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return judging;
  };
}

const digest = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Objects of JSON values are maps, which JSON has no text for. */
const exactText = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
