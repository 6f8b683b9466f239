import type { Report } from "../../report.js";
import type { GroupSpread } from "../../statistics/spread.js";
import { cutAlike } from "../histogram-plot.js";
import { markup, type Markup } from "../markup.js";
import { count, counted, percent, shortCount } from "../numbers.js";
import type { Plotter } from "../plot.js";
import { type Section, section } from "./section.js";

const SIZE = { width: 480, height: 200, marginLeft: 44, marginRight: 8, marginBottom: 38, marginTop: 14 };

function means({ spreadMeans, degenerateMeans, groups }: GroupSpread, { library, draw }: Plotter): Markup {
  const [spread = [], degenerate = []] = cutAlike([spreadMeans.bins(), degenerateMeans.bins()], 24);
  const bars = [
    ...degenerate.map((bar) => ({ ...bar, kind: "var(--mute-fill)" })),
    ...spread.map((bar) => ({ ...bar, kind: "var(--series)" })),
  ];
  return draw(`Histogram of the mean reward of ${counted(groups, "group")}`, {
    ...SIZE,
    x: { label: "mean reward of the group", labelArrow: "none", labelAnchor: "center", nice: true },
    y: { label: null, grid: true, ticks: 4, tickFormat: shortCount, nice: true },
    marks: [
      library.rectY(bars, library.stackY({ x1: "x1", x2: "x2", y: "count", fill: "kind" })),
      library.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  });
}

function deviations({ deviations: { bins } }: GroupSpread, { library, draw }: Plotter): Markup {
  const [bars = []] = cutAlike([bins()], 24);
  return draw("Histogram of the standard deviation of rewards within groups", {
    ...SIZE,
    x: {
      label: "standard deviation within the group",
      labelArrow: "none",
      labelAnchor: "center",
      nice: true,
    },
    y: { label: null, grid: true, ticks: 4, tickFormat: shortCount, nice: true },
    marks: [
      library.rectY(bars, {
        x1: "x1",
        x2: "x2",
        y: "count",
        fill: ({ to }: { readonly to: number }) => (to === 0 ? "var(--mute-fill)" : "var(--series)"),
      }),
      library.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  });
}

/** How rewards differ within the groups of a prompt. */
export function groups({ spread }: Report, plotter: Plotter): Section {
  const { groups: all, degenerate, sizes } = spread;
  if (all === 0) {
    const none =
      "No prompt has several completions that follow each other, so that there is nothing to compare.";
    return section("groups", "Groups", none, markup``);
  }
  const size =
    sizes.least === sizes.most
      ? counted(sizes.least, "completion")
      : `${count(sizes.least)} to ${counted(sizes.most, "completion")}`;
  const lead = markup`${counted(all, "group")} of ${size}. <strong>${percent(degenerate, all)}</strong> are
    degenerate: all their completions have the same reward, and their advantages are zero.`;
  return section(
    "groups",
    "Groups",
    lead,
    markup`<p class="legend">
        <span class="swatch series"></span> with a spread <span class="swatch mute"></span> degenerate
      </p>
      <div class="plots">
        ${[means(spread, plotter), deviations(spread, plotter)].map((plot) => markup`<figure>${plot}</figure>`)}
      </div>`,
  );
}
