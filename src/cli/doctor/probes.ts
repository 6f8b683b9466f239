import { childProcesses } from "./child-processes.js";
import { cores } from "./cores.js";
import { inProcess } from "./in-process.js";
import { node } from "./node.js";
import { optionalPackages } from "./optional-packages.js";
import { packageProbe } from "./package.js";
import type { Probe } from "./probe.js";
import { sandbox } from "./sandbox.js";
import { server } from "./server.js";
import { unixSockets } from "./unix-sockets.js";
import { workerThreads } from "./worker-threads.js";

/** What the doctor looks at, in this order. */
export const probes: readonly Probe[] = [
  node,
  packageProbe,
  ...optionalPackages,
  cores,
  workerThreads,
  childProcesses,
  unixSockets,
  ...sandbox,
  inProcess,
  server,
];
