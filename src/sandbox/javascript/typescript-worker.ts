import { serveTasks } from "../../isolate/index.js";
import type { RunReport, RunTask } from "../protocol.js";
import { loadEngine } from "./engine.js";

await serveTasks(async () => {
  const [{ transform }, run] = await Promise.all([import("sucrase"), loadEngine()]);
  return async (task: RunTask): Promise<RunReport> => {
    const source = withoutTypes(task.source);
    return typeof source === "string" ? run({ ...task, source }) : source;
  };

  function withoutTypes(source: string): string | RunReport {
    try {
      return transform(source, { transforms: ["typescript"], disableESTransforms: true }).code;
    } catch (error) {
      return { outcome: "compile_error", stdout: "", message: String(error), wallMs: 0, isSpent: false };
    }
  }
});
