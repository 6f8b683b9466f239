import pLimit from "p-limit";
import { createEngines } from "./engines.js";
import {
  infraReport,
  type Portion,
  type RunReport,
  type SandboxReply,
  type SandboxRequest,
  type SandboxSettings,
} from "./protocol.js";

/*
 * The process that all programs run in. It has no environment, no files that it needs and nobody's secrets, and it ends
 * with the process that started it. Its own thread runs no program, so that it always hears of that end.
 */

process.on("disconnect", () => process.exit());

const [, , argument = ""] = process.argv;
const settings = JSON.parse(argument) as SandboxSettings;
const engines = createEngines(settings);

/** The portions under way. */
const wanted = new Set<number>();

process.on("message", ({ id, portion }: SandboxRequest) => {
  if (portion === null) {
    wanted.delete(id);
    return;
  }
  wanted.add(id);
  void runPortion(portion, () => wanted.has(id)).then((reports) => {
    wanted.delete(id);
    process.send?.({ id, reports } satisfies SandboxReply);
  });
});

/** No more runs wait in an engine than could begin at once, so that the others can be called off. */
function runPortion(
  { engine, source, inputs, limits }: Portion,
  isWanted: () => boolean,
): Promise<readonly RunReport[]> {
  const limit = pLimit(settings.workers);
  return Promise.all(
    inputs.map((input) =>
      limit(() => (isWanted() ? engines[engine]({ source, input, limits }) : infraReport("aborted"))),
    ),
  );
}
