import type { Report } from "../../report.js";
import { pairKey } from "../../statistics/disagreement.js";
import { markup, type Markup, wrappable } from "../markup.js";
import { count, counted, number, percent } from "../numbers.js";
import { sampleLinks, type Section, section } from "./section.js";

const LEVELS = 5;

/** How dark a cell is: by the root of its share, so that small ones are seen. */
const levelOf = (share: number): number =>
  share === 0 ? 0 : Math.max(1, Math.round(Math.sqrt(share) * LEVELS));

function cell({ disagreement: { counts, both } }: Report, row: string, column: string): Markup {
  if (row === column) return markup`<td class="self" aria-label="the same reward"></td>`;
  const key = pairKey(row, column);
  const [found, all] = [counts.get(key) ?? 0, both.get(key) ?? 0];
  const share = all === 0 ? 0 : found / all;
  const title = `${row} approves and ${column} does not: ${count(found)} of ${count(all)}`;
  const figures = markup`<span class="share">${all === 0 ? "–" : percent(found, all)}</span>
    <span class="count">${count(found)}</span>`;
  const content =
    found === 0
      ? figures
      : markup`<a href="#samples" data-pair="${key}" aria-label="${title}; show samples">${figures}</a>`;
  return markup`<td data-level="${levelOf(share)}" title="${title}">${content}</td>`;
}

function examples(report: Report): readonly Markup[] {
  return [...report.disagreement.counts].map(([key, found]) => {
    const [approving = "", refusing = ""] = JSON.parse(key) as readonly string[];
    const numbers = report.samples
      .filter(({ pairs }) => pairs.some((pair) => pair.approving === approving && pair.refusing === refusing))
      .map((sample) => sample.number);
    return markup`<li>
      <strong>${approving}</strong> approves, <strong>${refusing}</strong> does not: ${count(found)}, such as
      ${sampleLinks(numbers.slice(0, 8))}
    </li> `;
  });
}

function matrix(report: Report): Markup {
  const names = report.rewards.map(({ name }) => name);
  const rows = names.map(
    (row) => markup`<tr>
      <th scope="row">${row}</th>
      ${names.map((column) => cell(report, row, column))}
    </tr>`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Disagreement between rewards">
    <table class="matrix">
      <caption>Share of completions that the row approves and the column does not</caption>
      <thead>
        <tr><td></td>${names.map((name) => markup`<th scope="col">${wrappable(name)}</th>`)}</tr>
      </thead>
      <tbody>${rows}</tbody>
    </table>
  </div>`;
}

/** Where rewards disagree. */
export function disagreements(report: Report): Section | null {
  const { rewards, disagreeing, completions, threshold } = report;
  if (rewards.length < 2) return null;
  const found = examples(report);
  const lead = markup`A reward approves of a completion with a score in the upper half of its range, or above
    ${number(threshold)} if it is not built in. ${counted(disagreeing, "completion")}
    (${percent(disagreeing, completions)}) divide the rewards: the one of the row approves, that of the column does
    not. A cell shows its samples.`;
  const list = markup`<details>
    <summary>Samples of each disagreement</summary>
    <ul>${found}</ul>
  </details>`;
  return section(
    "disagreement",
    "Disagreement",
    lead,
    markup`${matrix(report)} ${found.length === 0 ? null : list}`,
  );
}
