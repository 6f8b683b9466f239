import type { Probe } from "./probe.js";

/** The version of Node: one that is too old gets no further than `main.ts`. */
export const node: Probe = {
  name: "node",
  advice: "Install Node anew, from https://nodejs.org or with pip: grpo-rewards[node].",
  run: () => ({ status: "ok", detail: `${process.versions.node}, ${process.execPath}` }),
};
