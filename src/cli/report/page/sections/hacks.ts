import type { HackCount, Report } from "../../report.js";
import { markup, type Markup } from "../markup.js";
import { count, counted } from "../numbers.js";
import { sampleLinks, type Section, section, table } from "./section.js";

function row(
  { samples }: Report,
  { hack, found, paid, paidByAny }: HackCount,
): [Markup, ...(Markup | string)[]] {
  const payers = [...paid].map(([reward, times]) => `${reward} ${count(times)}`).join(", ");
  const numbers = samples.filter((sample) => sample.hack === hack).map((sample) => sample.number);
  const paidClass = paidByAny > 0 ? "paid" : "unpaid";
  return [
    markup`${hack.title} <span class="id">${hack.id}</span>`,
    count(found),
    markup`<span class="${paidClass}">${count(paidByAny)}</span>`,
    payers === "" ? "none" : payers,
    sampleLinks(numbers.slice(0, 6)),
  ];
}

/** Answers that were judged correct where different ones were asked for. */
function universalTable({ universal }: Report): Markup | null {
  if (universal.length === 0) return null;
  const rows = universal.map(({ text, references, paid, rewards, source, line }): [Markup, ...string[]] => [
    markup`<code>${text === "" ? "(nothing)" : text}</code>`,
    count(references),
    count(paid),
    rewards.join(", "),
    `${source}:${line}`,
  ]);
  return markup`<p class="lead">
      One answer was judged correct for references that ask for different things: look whether the verifier is fooled.
    </p>
    ${table("Answers that fit many references", ["Answer", "References", "Completions", "By", "First at"], rows)}`;
}

/** Tricks of the audit's catalogue that occur in the file, and whether they were paid; and answers that fit too much. */
export function hacks(report: Report): Section {
  const found = report.hacks;
  const universal = universalTable(report);
  if (found.length === 0) {
    const none =
      "No completion is one of the tricks without an answer that the audit's catalogue has: nothing, a placeholder, an empty box, a list of guesses and others.";
    return section("hacks", "Hacks", none, markup`${universal}`);
  }
  const all = found.reduce((sum, each) => sum + each.found, 0);
  const paid = found.reduce((sum, each) => sum + each.paidByAny, 0);
  const lead = markup`${counted(all, "completion")} are tricks of the audit's catalogue that need to know no
    answer; <strong>${count(paid)}</strong> of them were paid. A
    reward of the format alone may pay them; one that judges answers has a hole.`;
  return section(
    "hacks",
    "Hacks",
    lead,
    markup`${table(
      "Tricks that occur",
      ["Trick", "Completions", "Paid", "By", "Samples"],
      found.map((each) => row(report, each)),
    )}
    ${universal}`,
  );
}
