import { workerData } from "node:worker_threads";
import { serveTasks } from "../../isolate/index.js";
import { startInterpreter } from "./interpreter.js";

/** What all interpreters of a process share. */
export interface PythonImage {
  readonly module: WebAssembly.Module;
  /** In shared memory. */
  readonly snapshot: Uint8Array;
}

const { module, snapshot } = workerData as PythonImage;
await serveTasks(() => startInterpreter(module, snapshot));
