import type { TestResult } from "../../../src/code/index.js";

export const passed: TestResult = { outcome: "ok", score: 1 };
export const half: TestResult = { outcome: "ok", score: 0.5 };
export const wrong: TestResult = { outcome: "ok", score: 0 };

/** A test that earned nothing, by the way it ended. */
export const ended = (outcome: TestResult["outcome"]): TestResult => ({ outcome, score: 0 });
