import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ok, type Probe } from "./probe.js";

/** Whether this Node can start another one. */
export const childProcesses: Probe = {
  name: "child processes",
  advice: "Raise the limit of processes (ulimit -u), and allow this Node to be executed.",
  run: async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ["--print", "process.pid"]);
    return ok(`process ${stdout.trim()} was started`);
  },
};
