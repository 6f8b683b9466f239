import type { Report } from "../../report.js";
import type { LengthColumn } from "../../statistics/length-density.js";
import type { RewardSummary } from "../../statistics/reward-summary.js";
import { cutAlike } from "../histogram-plot.js";
import { markup, type Markup } from "../markup.js";
import { counted } from "../numbers.js";
import type { Plotter } from "../plot.js";
import { type Section, section } from "./section.js";

const SIZE = { width: 480, height: 220, marginLeft: 44, marginRight: 8, marginBottom: 38, marginTop: 14 };
const MAX_ROWS = 20;

/** Rectangles, each with the share that it has of its column's completions. */
function cells(columns: readonly LengthColumn[]) {
  const cut = cutAlike(
    columns.map(({ scores }) => scores.bins()),
    MAX_ROWS,
  );
  return columns.flatMap(({ from, to, moments }, at) =>
    (cut[at] ?? []).map(({ x1, x2, count }) => ({
      from,
      to,
      y1: x1,
      y2: x2,
      count,
      share: count / moments.count,
    })),
  );
}

function density({ name, lengths }: RewardSummary, { library, draw }: Plotter): Markup {
  const columns = lengths.columns();
  const rectangles = cells(columns);
  const most = Math.max(...rectangles.map(({ count }) => count));
  const means = columns.map(({ from, to, moments }) => ({ x: Math.sqrt(from * to), y: moments.mean }));
  return draw(`${name} against the length of the completion, with the mean of each length`, {
    ...SIZE,
    x: {
      type: "log",
      label: "characters",
      labelArrow: "none",
      labelAnchor: "center",
      ticks: 5,
      tickFormat: "~s",
    },
    y: { label: null, grid: true, nice: true, ticks: 5 },
    marks: [
      library.rect(rectangles, {
        x1: "from",
        x2: "to",
        y1: "y1",
        y2: "y2",
        fill: "var(--series)",
        fillOpacity: ({ count }: { readonly count: number }) =>
          0.1 + 0.8 * (Math.log1p(count) / Math.log1p(most)),
      }),
      library.lineY(means, { x: "x", y: "y", stroke: "var(--accent-2)", strokeWidth: 2 }),
      library.dot(means, { x: "x", y: "y", r: 2.5, fill: "var(--accent-2)" }),
    ],
  });
}

/** How scores go with the length of completions. */
export function lengths({ rewards, total }: Report, plotter: Plotter): Section {
  const all = rewards.length === 1 ? rewards : [{ ...total, name: "combined reward" }, ...rewards];
  const shown = all.filter((summary) => summary.lengths.columns().length > 0);
  const lead = markup`The darker, the more completions (on a logarithmic scale); lengths are in characters.
    <span class="key-line"></span> is the mean score of a length. A slope is worth a look: a reward that pays
    for length gets length.`;
  const plots = shown.map(
    (summary) =>
      markup`<figure>
        <figcaption>${summary.name}</figcaption>
        ${density(summary, plotter)}
      </figure>`,
  );
  return shown.length === 0
    ? section("length", "Length", "The rows hold no completions.", markup``)
    : section(
        "length",
        "Length",
        lead,
        markup`<div class="plots" data-count="${counted(shown.length, "plot")}">${plots}</div>`,
      );
}
