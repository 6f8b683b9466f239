import { createHash } from "node:crypto";
import type { Report } from "../report.js";
import { markup, type Markup, trusted } from "./markup.js";
import { count, number, percent } from "./numbers.js";
import type { Plotter } from "./plot.js";
import { disagreements } from "./sections/disagreements.js";
import { distributions } from "./sections/distributions.js";
import { groups } from "./sections/groups.js";
import { hacks } from "./sections/hacks.js";
import { lengths } from "./sections/lengths.js";
import { outcomes } from "./sections/outcomes.js";
import { samples } from "./sections/samples.js";
import type { Section } from "./sections/section.js";
import { times, timeoutsOf } from "./sections/times.js";

/** What a page carries beside its contents. */
export interface PageAssets {
  readonly style: string;
  readonly script: string;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing is loaded, and nothing runs but the script whose hash this is. */
const policyOf = ({ style, script }: PageAssets): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

interface Tile {
  readonly to: string;
  readonly term: string;
  readonly value: string;
  readonly more: string;
}

function tiles(report: Report): readonly Tile[] {
  const { completions, rows, total, spread, disagreeing, hacks: found, rewards, unscoredLines } = report;
  const paid = found.reduce((sum, each) => sum + each.paidByAny, 0);
  const tricks = found.reduce((sum, each) => sum + each.found, 0);
  const late = rewards.reduce((sum, reward) => sum + timeoutsOf(reward), 0);
  const bad = unscoredLines.count === 0 ? "" : `, ${count(unscoredLines.count)} without scores`;
  return [
    { to: "samples", term: "Completions", value: count(completions), more: `${count(rows)} rows${bad}` },
    {
      to: "rewards",
      term: "Mean reward",
      value: total.scores.count === 0 ? "–" : number(total.scores.mean),
      more: `${count(total.nulls)} without a reward`,
    },
    {
      to: "groups",
      term: "Degenerate groups",
      value: spread.groups === 0 ? "–" : percent(spread.degenerate, spread.groups),
      more: spread.groups === 0 ? "no groups" : `${count(spread.degenerate)} of ${count(spread.groups)}`,
    },
    ...(rewards.length > 1
      ? [
          {
            to: "disagreement",
            term: "Rewards disagree",
            value: percent(disagreeing, completions),
            more: `on ${count(disagreeing)} completions`,
          },
        ]
      : []),
    { to: "time", term: "Timeouts", value: count(late), more: "over all rewards" },
    { to: "hacks", term: "Hacks paid", value: count(paid), more: `${count(tricks)} found` },
  ];
}

const tile = ({ to, term, value, more }: Tile): Markup =>
  markup`<a class="tile" href="#${to}"
    ><span class="term">${term}</span><span class="value">${value}</span><span class="more">${more}</span></a
  > `;

function sectionsOf(report: Report, plotter: Plotter): readonly Section[] {
  if (report.completions === 0) return [outcomes(report, plotter)];
  const all = [
    distributions(report, plotter),
    groups(report, plotter),
    lengths(report, plotter),
    outcomes(report, plotter),
    times(report, plotter),
    disagreements(report),
    hacks(report),
    samples(report),
  ];
  return all.filter((each) => each !== null);
}

/** The page, which needs nothing beside itself. */
export function renderPage(report: Report, plotter: Plotter, assets: PageAssets): string {
  const sections = sectionsOf(report, plotter);
  const links = sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li> `);
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyOf(assets)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${report.title}: rewards</title>
        <style>${trusted(assets.style)}</style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the contents</a>
        <a class="skip" href="#samples">Skip to the samples</a>
        <header>
          <div>
            <p class="kind">Reward report</p>
            <h1>${report.title}</h1>
          </div>
          <button type="button" id="theme" aria-pressed="false">Dark</button>
        </header>
        <div class="layout">
          <nav class="contents" aria-label="Contents">
            <ul>
              ${links}
            </ul>
          </nav>
          <main id="main" tabindex="-1">
            <div class="tiles">${tiles(report).map(tile)}</div>
            ${sections.map(({ body }) => body)}
          </main>
        </div>
        <footer>
          <p>Written by <code>grpo-rewards report</code> from ${report.inputs.join(", ")}.</p>
        </footer>
        <script type="module">${trusted(assets.script)}</script>
      </body>
    </html> `.html;
}
