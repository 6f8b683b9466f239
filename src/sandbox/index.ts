export { embeddedRunner, type EmbeddedRunnerOptions } from "./embedded-runner.js";
export { sharedJudge, type SharedJudge, type SharedJudgeOptions } from "./verdict-cache.js";
export { nativeRunner, type NativeRunnerOptions } from "./native/runner.js";
