import { createEngines } from "./engines.js";
import type { SandboxReply, SandboxRequest, SandboxSettings } from "./protocol.js";

/*
 * The process that all programs run in. It has no environment, no files that it needs and nobody's secrets, and it ends
 * with the process that started it. Its own thread runs no program, so that it always hears of that end.
 */

process.on("disconnect", () => process.exit());

const [, , settings = ""] = process.argv;
const engines = createEngines(JSON.parse(settings) as SandboxSettings);

process.on("message", ({ id, engine, task }: SandboxRequest) => {
  void engines[engine](task).then((report) => {
    process.send?.({ id, report } satisfies SandboxReply);
  });
});
