import type { Report } from "../../report.js";
import { deviation } from "../../statistics/moments.js";
import type { RewardSummary } from "../../statistics/reward-summary.js";
import { cutAlike, ticksOf } from "../histogram-plot.js";
import { markup, type Markup } from "../markup.js";
import { count, counted, number, shortCount } from "../numbers.js";
import type { Plotter } from "../plot.js";
import { type Section, section } from "./section.js";

const SIZE = { width: 380, height: 150, marginLeft: 44, marginRight: 8, marginBottom: 26, marginTop: 14 };

function histogram({ name, histogram: { bins }, scores }: RewardSummary, { library, draw }: Plotter): Markup {
  const [bars = []] = cutAlike([bins()]);
  const label = `Histogram of ${name}: ${counted(scores.count, "score")} from ${number(scores.least)} to ${number(scores.most)}, mean ${number(scores.mean)}`;
  return draw(label, {
    ...SIZE,
    x: { label: null, ticks: ticksOf(bars), nice: true },
    y: { label: null, grid: true, ticks: 3, tickFormat: shortCount, nice: true },
    marks: [
      library.rectY(bars, { x1: "x1", x2: "x2", y: "count", fill: "var(--series)" }),
      library.ruleX([scores.mean], { stroke: "var(--ink)", strokeDasharray: "2,3" }),
      library.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  });
}

function card(summary: RewardSummary, plotter: Plotter): Markup {
  const { name, scores, nulls } = summary;
  const facts: readonly (readonly [string, string])[] = [
    ["mean", scores.count === 0 ? "–" : number(scores.mean)],
    ["sd", scores.count < 2 ? "–" : number(deviation(scores))],
    ["range", scores.count === 0 ? "–" : `${number(scores.least)} to ${number(scores.most)}`],
    ...(nulls > 0 ? [["null", count(nulls)] as const] : []),
  ];
  return markup`<figure class="card">
    <figcaption>${name}</figcaption>
    ${scores.count === 0 ? markup`<p class="empty">No completion has a score.</p>` : histogram(summary, plotter)}
    <dl class="facts">
      ${facts.map(
        ([term, value]) =>
          markup`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </figure> `;
}

/** How the scores of each reward are distributed. */
export function distributions({ rewards, rewardsLeftOut, total }: Report, plotter: Plotter): Section {
  const shown = rewards.length === 1 ? rewards : [{ ...total, name: "combined reward" }, ...rewards];
  const left =
    rewardsLeftOut === 0 ? "" : ` ${counted(rewardsLeftOut, "further reward")} have no place here.`;
  return section(
    "rewards",
    "Rewards",
    `How many completions got which score. The broken line is the mean.${left}`,
    markup`<div class="cards">${shown.map((summary) => card(summary, plotter))}</div>`,
  );
}
