import { packageVersion } from "../../server/package-version.js";
import { ok, type Probe } from "./probe.js";
import { checkReply, REQUEST } from "./self-test.js";

/** Scores a few completions in this process. */
export const inProcess: Probe = {
  name: "scores in process",
  advice: "Install the package anew.",
  run: async () => {
    const { createDispatcher, loadRegistry } = await import("../../server/index.js");
    const registry = await loadRegistry([]);
    const session = createDispatcher({ registry, version: packageVersion() }).openSession();
    const start = performance.now();
    checkReply((await session.receive(REQUEST)) ?? "");
    return ok(`as they should be, in ${(performance.now() - start).toFixed(0)} ms`);
  },
};
