import { workerData } from "node:worker_threads";
import { serveTasks } from "../../isolate/index.js";
import { loadRegistry } from "../../server/load-rewards.js";
import type { NumberedBatch } from "../rows/numbered-batches.js";
import { type ScoredLines, scoreLines } from "./score-lines.js";
import { scoringContext } from "./scoring-context.js";
import type { ScoreSettings } from "./settings.js";

await serveTasks(async () => {
  const settings = workerData as ScoreSettings;
  const context = scoringContext(await loadRegistry(settings.modules));
  return (batch: NumberedBatch): Promise<ScoredLines> => scoreLines(batch, settings, context);
});
