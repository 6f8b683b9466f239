import { serveTasks } from "../../isolate/index.js";
import { loadMathjs, requireIfInstalled, type MathInstances } from "./load-mathjs.js";
import { proveWithMathjs } from "./mathjs.js";
import { proveWithNerdamer, type Nerdamer } from "./nerdamer.js";
import { objectionTo } from "./numeric-check.js";
import type { EngineAnswer, EngineTask } from "./task.js";

await serveTasks(() => {
  const mathjs = loadMathjs();
  const nerdamer = requireIfInstalled("nerdamer/all") as Nerdamer | null;
  return Promise.resolve((task: EngineTask) => prove(task, mathjs, nerdamer));
});

function prove(task: EngineTask, mathjs: MathInstances | null, nerdamer: Nerdamer | null): EngineAnswer {
  // Without mathjs no proof of nerdamer's can be checked.
  if (mathjs === null) return { by: null, reason: "unavailable: install mathjs" };
  const objection = objectionTo(task, mathjs);
  if (objection !== null) return { by: null, reason: objection };
  const by =
    (nerdamer === null ? null : proveWithNerdamer(nerdamer, task.nerdamer)) ??
    proveWithMathjs(mathjs.double, task.mathjs);
  if (by !== null) return { by, reason: "the difference is zero" };
  const missing = nerdamer === null && task.nerdamer !== null;
  return { by: null, reason: missing ? "unavailable: install nerdamer" : "no engine found a proof" };
}
