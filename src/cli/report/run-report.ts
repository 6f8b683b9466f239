import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { RewardError } from "../../core/index.js";
import { startProgress } from "../progress.js";
import { toInput } from "../rows/input.js";
import type { ScoredFieldFlags } from "../scored/choose-scored-fields.js";
import { groupRows } from "../scored/group-rows.js";
import { scoredRows } from "../scored/scored-rows.js";
import { createGatherer } from "./gather.js";
import type { PageAssets } from "./page/render-page.js";
import type { Report } from "./report.js";

/** From where to where, and what. */
export interface ReportRun {
  /** Paths; `null` is standard input. */
  readonly inputs: readonly (string | null)[];
  /** A path; `null` is standard output. */
  readonly output: string | null;
  readonly title: string | null;
  readonly threshold: number;
  readonly samples: number;
  readonly fields: ScoredFieldFlags;
}

async function gather({ inputs, output, title, threshold, samples, fields }: ReportRun): Promise<Report> {
  const sizes = inputs.map((path) => toInput(path).size);
  const size = sizes.every((each) => each !== null) ? sizes.reduce((sum, each) => sum + each, 0) : null;
  const names = inputs.map((path) => (path === null ? "standard input" : basename(path)));
  const gatherer = createGatherer({ title: title ?? names.join(", "), inputs: names, threshold, samples });
  const progress = await startProgress("rows", size, output === null && process.stdout.isTTY);
  let [rows, bytesRead] = [0, 0];
  try {
    for await (const group of groupRows(scoredRows(inputs, fields, (bytes) => (bytesRead += bytes)))) {
      gatherer.add(group);
      rows += group.length;
      progress.update(rows, bytesRead);
    }
  } finally {
    progress.stop();
  }
  return gatherer.finish();
}

/** The package that draws is optional: it is there unless optional dependencies were left out. */
async function loadPage() {
  const [{ renderPage }, { loadPlotter }] = await Promise.all([
    import("./page/render-page.js"),
    import("./page/plot.js"),
  ]);
  try {
    return { renderPage, plotter: await loadPlotter() };
  } catch (error) {
    throw new RewardError(
      "bad_input",
      "A report needs packages for its plots: npm install @observablehq/plot linkedom",
      { cause: error },
    );
  }
}

async function readAssets(): Promise<PageAssets> {
  const [style, script] = await Promise.all([
    readFile(new URL("page.css", import.meta.url), "utf8"),
    readFile(new URL("browser/main.js", import.meta.url), "utf8"),
  ]);
  return { style, script };
}

/**
 * Writes a page about what `score` wrote. The same input gives the same page.
 *
 * @returns what the page says
 * @throws {RewardError} for files without scores, or where the packages that draw are not installed
 * @throws what the file system says if an input cannot be read or the page not be written
 */
export async function runReport(run: ReportRun): Promise<Report> {
  const { renderPage, plotter } = await loadPage();
  const report = await gather(run);
  const page = renderPage(report, plotter, await readAssets());
  if (run.output === null) process.stdout.write(page);
  else await writeFile(run.output, page);
  return report;
}
