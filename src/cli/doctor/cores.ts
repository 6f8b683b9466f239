import { availableParallelism, cpus } from "node:os";
import { ok, type Probe } from "./probe.js";

/** How many cores a server uses, of those that the machine has. */
export const cores: Probe = {
  name: "cores",
  advice: "Give the number of threads with --threads.",
  run: async () => {
    const { availableCores } = await import("../../server/index.js");
    const { LOCAL_WORLD_SIZE: ranks } = process.env;
    const share =
      ranks === undefined ? "" : `, ${availableCores(false)} with one server for each of ${ranks} ranks`;
    return ok(
      `${availableCores(true)} usable, of ${cpus().length} in the machine and ${availableParallelism()} ` +
        `in this process's affinity${share}`,
    );
  },
};
