export { embeddedRunner, type EmbeddedRunnerOptions } from "./embedded-runner.js";
export { sharedJudge, type SharedJudge, type SharedJudgeOptions } from "./verdict-cache.js";
export { createRunner, ladderRunner, type RunnerChoice, type RunnerName, sandboxLadder } from "./ladder.js";
export { type RemoteEngineName, remoteRunner, type RemoteRunnerOptions } from "./remote/runner.js";
export { nativeRunner, type NativeRunnerOptions } from "./native/runner.js";
