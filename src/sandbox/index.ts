export { embeddedRunner, type EmbeddedRunnerOptions } from "./embedded-runner.js";
