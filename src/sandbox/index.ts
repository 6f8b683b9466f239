export { embeddedRunner, type EmbeddedRunnerOptions } from "./embedded-runner.js";
export { sharedJudge, type SharedJudge, type SharedJudgeOptions } from "./verdict-cache.js";
export { createRunner, ladderRunner, type RunnerName, sandboxLadder } from "./ladder.js";
export { nativeRunner, type NativeRunnerOptions } from "./native/runner.js";
