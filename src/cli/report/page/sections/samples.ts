import type { KeptSample, Reason, Report } from "../../report.js";
import { outcomeOf } from "../../statistics/reward-summary.js";
import { answerIn } from "../answer-in.js";
import type { SampleFacts } from "../../browser/select-samples.js";
import { markup, type Markup, wrappable } from "../markup.js";
import { count, number } from "../numbers.js";
import { sampleDetail } from "../sample-detail.js";
import { describeOutcome } from "../describe-verdict.js";
import { pairKey } from "../../statistics/disagreement.js";
import { kindOf } from "./outcomes.js";
import { type Section, section } from "./section.js";

/** Why samples are shown, in words. */
const REASONS: Readonly<Record<Reason, string>> = {
  unscored: "not scored by some reward",
  disagreement: "rewards disagree",
  hack: "a known hack",
  slow: "among the slowest",
  random: "drawn at random",
};

const SHORT: Readonly<Record<Reason, string>> = {
  unscored: "unscored",
  disagreement: "disagreement",
  hack: "hack",
  slow: "slow",
  random: "random",
};

/** Rewards that have a column; the others stand in the details. */
const MAX_COLUMNS = 4;
const EXCERPT = 120;

function excerpt(text: string): string {
  const line = text
    .slice(0, 4 * EXCERPT)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1)}…` : line;
}

const outcomesOf = ({ scores, verdicts }: KeptSample): Record<string, string> =>
  Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [
      name,
      outcomeOf({ score, verdict: verdicts[name] ?? null }),
    ]),
  );

/** What the page's script has to know of a sample beside its text. */
function factsOf(sample: KeptSample): Omit<SampleFacts, "text"> {
  const { number: order, length, reward, scores, approving, pairs, reasons } = sample;
  return {
    number: order,
    length,
    reward,
    scores,
    outcomes: outcomesOf(sample),
    approving,
    pairs: pairs.map((pair) => pairKey(pair.approving, pair.refusing)),
    reasons: [...reasons],
  };
}

function scoreCell(sample: KeptSample, name: string): Markup {
  const score = sample.scores[name];
  if (score === undefined) return markup`<td class="number"></td>`;
  const outcome = outcomeOf({ score, verdict: sample.verdicts[name] ?? null });
  const dot = markup`<span class="dot ${kindOf(outcome)}" title="${describeOutcome(outcome)}"></span>`;
  return markup`<td class="number">${dot}${score === null ? "null" : number(score)}</td>`;
}

function sampleRows(sample: KeptSample, names: readonly string[]): Markup {
  const { number: order, prompt, reference, length, reward, reasons } = sample;
  const facts = JSON.stringify(factsOf(sample));
  const why = [...reasons].filter((reason) => reason !== "random" || reasons.size === 1);
  return markup`<tbody class="sample" id="sample-${order}" data-facts="${facts}">
    <tr class="summary">
      <th scope="row">
        <button type="button" class="toggle" aria-controls="detail-${order}">${count(order)}</button>
      </th>
      <td class="prompt">${excerpt(prompt === "" ? (sample.completion ?? "") : prompt)}</td>
      <td class="answer">${excerpt(answerIn(sample) ?? "")}</td>
      <td class="answer">${excerpt(reference ?? "")}</td>
      <td class="number">${count(length)}</td>
      <td class="number">${reward === null ? "null" : number(reward)}</td>
      ${names.map((name) => scoreCell(sample, name))}
      <td class="why">
        ${why.map((reason) => markup`<span class="tag ${reason}" title="${REASONS[reason]}">${SHORT[reason]}</span> `)}
      </td>
    </tr>
    <tr class="detail" id="detail-${order}">
      <td colspan="${7 + names.length}">${sampleDetail(sample)}</td>
    </tr>
  </tbody> `;
}

type Option = readonly [value: string, words: string];

const OUTCOMES: readonly Option[] = [
  ["", "any"],
  ["approved", "approved"],
  ["refused", "not approved"],
  ["null", "without a score"],
];

const choice = (id: string, label: string, options: readonly Option[]): Markup => markup`<div class="choice">
  <label for="${id}">${label}</label>
  <select id="${id}">${options.map(([value, words]) => markup`<option value="${value}">${words}</option>`)}</select>
</div>`;

function controls(report: Report): Markup {
  const outcomes = [...new Set(report.samples.flatMap((sample) => Object.values(outcomesOf(sample))))].sort();
  const reasons = (Object.keys(REASONS) as Reason[]).filter((reason) => report.chosen[reason].shown > 0);
  return markup`<form class="controls" role="search" aria-label="Samples">
      <div class="choice grow">
        <label for="search">Search</label>
        <input type="search" id="search" placeholder="prompt, completion, answer, reference" autocomplete="off" spellcheck="false" aria-keyshortcuts="/">
      </div>
      ${choice("by-reward", "Reward", [["", "any"], ...report.rewards.map(({ name }) => [name, name] as const)])}
      ${choice("by-outcome", "Outcome", [...OUTCOMES, ...outcomes.map((outcome) => [`=${outcome}`, outcome] as const)])}
      ${choice("by-reason", "Shown because", [["", "any reason"], ...reasons.map((reason) => [reason, REASONS[reason]] as const)])}
      <button type="button" data-clear>Clear</button>
    </form>
    <p class="pair-note" id="pair-note" hidden></p>`;
}

const sortable = (key: string, title: string): Markup =>
  markup`<th scope="col" data-sort="${key}"><button type="button">${wrappable(title)}</button></th>`;

const PAGER = markup`<nav class="pager" aria-label="Pages of samples">
  <button type="button" data-turn="-1">Previous</button><output aria-live="polite" data-range></output
  ><button type="button" data-turn="1">Next</button>
</nav>`;

function lead({ samples, completions, chosen }: Report): Markup {
  const parts = (Object.entries(chosen) as [Reason, { readonly found: number; readonly shown: number }][])
    .filter(([, { shown }]) => shown > 0)
    .map(([reason, { found, shown }]) => `${REASONS[reason]}: ${count(shown)} of ${count(found)}`);
  return markup`<strong>${count(samples.length)}</strong> of ${count(completions)} completions:
    ${parts.join("; ")}. The draw is the same for the same file.`;
}

/** Completions to look at. */
export function samples(report: Report): Section {
  const names = report.rewards.slice(0, MAX_COLUMNS).map(({ name }) => name);
  const head = markup`<thead>
    <tr>
      ${sortable("number", "#")}
      <th scope="col">Prompt</th>
      <th scope="col">Answer</th>
      <th scope="col">Reference</th>
      ${sortable("length", "Length")}${sortable("reward", "Reward")}${names.map((name) => sortable(`score:${name}`, name))}
      <th scope="col">Shown because</th>
    </tr>
  </thead>`;
  return section(
    "samples",
    "Samples",
    lead(report),
    markup`${controls(report)}
      <p class="keys">
        Keys: <kbd>/</kbd> search, <kbd>↑</kbd> <kbd>↓</kbd> or <kbd>k</kbd> <kbd>j</kbd> rows,
        <kbd>Enter</kbd> open, <kbd>←</kbd> <kbd>→</kbd> pages, <kbd>Esc</kbd> close.
      </p>
      <div class="table-frame">
        <table class="samples" aria-label="Samples">
          ${head} ${report.samples.map((sample) => sampleRows(sample, names))}
        </table>
      </div>
      <p class="empty" id="no-samples" hidden>
        No sample fits. <button type="button" data-clear>Clear the filters</button>
      </p>
      ${PAGER}`,
  );
}
