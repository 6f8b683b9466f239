import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { trainingRows } from "./rows.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the page and its pictures are kept. */
export const OUTPUT: string = fileURLToPath(new URL(".output/", import.meta.url));

const REWARDS = "accuracy,think_format,boxed_format,repetition_penalty";

function command(args: readonly string[]): void {
  execFileSync(process.execPath, [`${root}dist/cli/main.js`, ...args], { stdio: "pipe" });
}

/** Scores rows as a run of training might log them, and writes their report; returns its path. */
export function writeReport(name: string): string {
  mkdirSync(OUTPUT, { recursive: true });
  const [rows, scored, page] = ["rows.jsonl", "scored.jsonl", name].map((file) => OUTPUT + file) as [
    string,
    string,
    string,
  ];
  writeFileSync(
    rows,
    trainingRows(60)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(""),
  );
  command(["score", rows, "--rewards", REWARDS, "--advantages", "grpo", "-o", scored]);
  command(["report", scored, "-o", page, "--samples", "600", "--title", "Arithmetic, step 400"]);
  return page;
}

export function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM;
  if (executablePath === undefined) throw new Error("CHROMIUM names no browser: use npm run test:report");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A page that was opened, and what it did that it must not do. */
export interface Opened {
  readonly page: Page;
  /** Messages of the console, errors, and requests other than for the page itself. */
  readonly complaints: readonly string[];
}

/** Opens a report from its file. */
export async function open(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  hash = "",
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 960 }, ...options });
  const page = await context.newPage();
  const { href } = pathToFileURL(path);
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    if (request.url().split("#")[0] !== href) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(href + hash);
  return { page, complaints };
}
