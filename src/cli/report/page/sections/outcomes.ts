import type { Report } from "../../report.js";
import type { RewardSummary } from "../../statistics/reward-summary.js";
import { describeOutcome } from "../describe-verdict.js";
import { markup, type Markup } from "../markup.js";
import { count, percent } from "../numbers.js";
import type { Plotter } from "../plot.js";
import { type Section, section, table } from "./section.js";

/** Kinds of outcomes in the order in which they are drawn. */
const KINDS = {
  good: "correct",
  bad: "incorrect",
  open: "the completion leaves nothing to judge",
  fault: "the reference or the system is at fault",
  plain: "a score without a verdict",
} as const;

type Kind = keyof typeof KINDS;

const NAMED: Readonly<Record<string, Kind>> = { correct: "good", incorrect: "bad", scored: "plain" };

/** What kind of outcome it is; see `outcomeOf`. */
export function kindOf(outcome: string): Kind {
  if (Object.hasOwn(NAMED, outcome)) return NAMED[outcome] ?? "plain";
  return outcome.startsWith("candidate:") ? "open" : "fault";
}

interface Segment {
  readonly reward: string;
  readonly kind: Kind;
  readonly count: number;
}

function segments({ name, outcomes }: RewardSummary): Segment[] {
  const counts = new Map<Kind, number>();
  for (const [outcome, each] of outcomes) {
    counts.set(kindOf(outcome), (counts.get(kindOf(outcome)) ?? 0) + each);
  }
  const kinds = Object.keys(KINDS) as Kind[];
  return kinds.flatMap((kind) => ({ reward: name, kind, count: counts.get(kind) ?? 0 }));
}

function bars(rewards: readonly RewardSummary[], { library, draw }: Plotter): Markup {
  const longest = Math.max(...rewards.map(({ name }) => name.length));
  return draw("Share of each kind of outcome by reward", {
    width: 980,
    height: 44 + 30 * rewards.length,
    marginLeft: Math.min(260, 24 + longest * 7),
    marginRight: 16,
    marginTop: 4,
    x: { percent: true, label: null, tickFormat: (share: number) => `${share} %` },
    y: { label: null, domain: rewards.map(({ name }) => name), tickSize: 0 },
    marks: [
      library.barX(
        rewards.flatMap(segments),
        library.stackX(
          { offset: "normalize" },
          {
            x: "count",
            y: "reward",
            fill: ({ kind }: Segment) => `var(--${kind})`,
            insetTop: 3,
            insetBottom: 3,
            insetRight: 1,
          },
        ),
      ),
    ],
  });
}

/** What rewards decided, and why they could not. */
export function outcomes({ rewards, completions, unscoredLines }: Report, plotter: Plotter): Section {
  const present = new Set(rewards.flatMap(({ outcomes: all }) => [...all.keys()].map(kindOf)));
  const legend = Object.entries(KINDS)
    .filter(([kind]) => present.has(kind as Kind))
    .map(([kind, words]) => markup`<span class="swatch ${kind}"></span> ${words} `);
  const rows = rewards.flatMap(({ name, outcomes: all }) =>
    [...all]
      .sort(([, a], [, b]) => b - a)
      .map(([outcome, each]): [Markup, ...string[]] => [
        markup`<span class="swatch ${kindOf(outcome)}"></span> ${name}`,
        outcome,
        describeOutcome(outcome),
        count(each),
        percent(each, completions),
      ]),
  );
  const lines = unscoredLines.first.map(({ source, line, problem }): [string, string] => [
    `${source}:${line}`,
    problem,
  ]);
  return section(
    "outcomes",
    "Outcomes",
    "What each reward decided; timeouts and other failures stand here too, and have no score.",
    markup`<p class="legend">${legend}</p>
      <figure class="wide">${bars(rewards, plotter)}</figure>
      <details>
        <summary>All outcomes by reward</summary>
        ${table("Outcomes by reward", ["Reward", "Status", "Meaning", "Completions", "Share"], rows)}
      </details>
      ${
        lines.length === 0
          ? null
          : markup`<details>
              <summary>${count(unscoredLines.count)} lines without scores</summary>
              ${table("The first lines without scores", ["Line", "Problem"], lines)}
            </details>`
      }`,
  );
}
