import type { Report } from "../../report.js";
import type { RewardSummary } from "../../statistics/reward-summary.js";
import { cutAlike } from "../histogram-plot.js";
import { markup, type Markup } from "../markup.js";
import { count, duration, shortCount } from "../numbers.js";
import type { Plotter } from "../plot.js";
import { sampleLinks, type Section, section, table } from "./section.js";

const SIZE = { width: 380, height: 130, marginLeft: 44, marginRight: 8, marginBottom: 26, marginTop: 10 };

const isLate = (outcome: string): boolean => outcome === "system:timeout" || outcome === "system:deadline";

/** How many completions a reward gave up on for lack of time. */
export const timeoutsOf = ({ outcomes }: RewardSummary): number =>
  [...outcomes].reduce((sum, [outcome, each]) => sum + (isLate(outcome) ? each : 0), 0);

function histogram({ name, times }: RewardSummary, { library, draw }: Plotter): Markup {
  const [bars = []] = cutAlike([times.histogram.bins()], 30);
  return draw(`Histogram of the time that ${name} takes for a completion, on a logarithmic scale`, {
    ...SIZE,
    x: {
      label: null,
      ticks: 5,
      tickFormat: (power: number) => (Number.isInteger(power) ? duration(10 ** power) : ""),
    },
    y: { label: null, grid: true, ticks: 3, tickFormat: shortCount, nice: true },
    marks: [
      library.rectY(bars, { x1: "x1", x2: "x2", y: "count", fill: "var(--series)" }),
      library.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  });
}

function timeTable(timed: readonly RewardSummary[]): Markup {
  const rows = timed.map((reward): [string, ...string[]] => {
    const { moments } = reward.times;
    const all = moments.mean * moments.count;
    const durations = [moments.mean, moments.most, all].map(duration);
    return [reward.name, count(moments.count), ...durations, count(timeoutsOf(reward))];
  });
  return table("Time by reward", ["Reward", "Calls", "Mean", "Longest", "All together", "Timeouts"], rows);
}

function slowestTable(slowest: Report["slowest"]): Markup {
  const rows = slowest.map(({ reward, milliseconds, sample }): [Markup, ...string[]] => [
    sampleLinks([sample.number]),
    reward,
    duration(milliseconds),
    count(sample.length),
  ]);
  return table("The slowest completions", ["Sample", "Reward", "Time", "Characters"], rows);
}

function untimed(rewards: readonly RewardSummary[]): Section {
  const lead = "The file does not say how long completions took: score --timings writes it.";
  const rows = rewards.map((reward): [string, string] => [reward.name, count(timeoutsOf(reward))]);
  const hasTimeouts = rewards.some((reward) => timeoutsOf(reward) > 0);
  const timeouts = hasTimeouts ? table("Timeouts by reward", ["Reward", "Timeouts"], rows) : markup``;
  return section("time", "Time", lead, timeouts);
}

/** How long rewards take, and what takes longest. */
export function times({ rewards, slowest }: Report, plotter: Plotter): Section {
  const timed = rewards.filter((reward) => reward.times.moments.count > 0);
  if (timed.length === 0) return untimed(rewards);
  const cards = timed.map(
    (reward) => markup`<figure class="card">
      <figcaption>${reward.name}</figcaption>
      ${histogram(reward, plotter)}
    </figure>`,
  );
  return section(
    "time",
    "Time",
    "How long each reward took for a completion, and what took longest.",
    markup`<div class="cards">${cards}</div>
      ${timeTable(timed)}
      <details>
        <summary>The slowest ${count(slowest.length)}</summary>
        ${slowestTable(slowest)}
      </details>`,
  );
}
