import type { AuditReport } from "../report.js";
import { htmlReport } from "./html.js";
import { junitReport } from "./junit.js";
import { markdownReport } from "./markdown.js";
import { sarifReport } from "./sarif.js";

export type FormatName = "markdown" | "html" | "json" | "junit" | "sarif";

/** The formats of reports. */
export const FORMATS: Readonly<Record<FormatName, (report: AuditReport) => string>> = {
  markdown: markdownReport,
  html: htmlReport,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  junit: junitReport,
  sarif: sarifReport,
};
