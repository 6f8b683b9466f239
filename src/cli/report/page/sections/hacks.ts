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

/** Tricks of the audit's catalogue that occur in the file, and whether they were paid. */
export function hacks(report: Report): Section {
  const found = report.hacks;
  if (found.length === 0) {
    const none =
      "No completion is one of the tricks without an answer that the audit's catalogue has: nothing, a placeholder, an empty box, a list of guesses and others.";
    return section("hacks", "Hacks", none, markup``);
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
    table(
      "Tricks that occur",
      ["Trick", "Completions", "Paid", "By", "Samples"],
      found.map((each) => row(report, each)),
    ),
  );
}
