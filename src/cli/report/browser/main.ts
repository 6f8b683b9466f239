import { listenToFilters, type ShowPair } from "./filters.js";
import { listenToKeys } from "./keys.js";
import {
  describeRange,
  focus,
  hasPage,
  isOpen,
  readTable,
  sampleOf,
  type SampleTable,
  setOpen,
  sort,
  turn,
} from "./sample-table.js";
import { startTheme } from "./theme.js";

function one<E extends Element>(type: new () => E, selector: string): E {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`there is no ${selector}`);
  return found;
}

const all = (selector: string): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
];

/** What stands around the table says which part of it is shown. */
function showState(table: SampleTable): void {
  one(HTMLOutputElement, "[data-range]").value = describeRange(table);
  for (const button of all("[data-turn]")) {
    (button as HTMLButtonElement).disabled = !hasPage(table, Number(button.dataset.turn));
  }
  one(HTMLElement, "#no-samples").hidden = table.fitting.length > 0;
  for (const head of all("[data-sort]")) {
    const direction = table.order.descending ? "descending" : "ascending";
    head.setAttribute("aria-sort", head.dataset.sort === table.order.key ? direction : "none");
  }
}

function listenToClicks(table: SampleTable, showPair: ShowPair): void {
  table.element.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const key = target.closest<HTMLElement>("[data-sort]")?.dataset.sort;
    if (key !== undefined) sort(table, key);
    const sample = target.closest("tr.summary") && sampleOf(table, target);
    if (!sample) return;
    setOpen(sample, !isOpen(sample));
    focus(table, sample);
  });
  for (const button of all("[data-turn]")) {
    button.addEventListener("click", () => turn(table, Number(button.dataset.turn)));
  }
  for (const link of all("[data-pair]")) {
    link.addEventListener("click", () => showPair(link.dataset.pair ?? ""));
  }
  for (const button of all("[data-clear]")) button.addEventListener("click", () => showPair(""));
}

/** Opens the sample that the address names, whatever the filters are. */
function followAddress(table: SampleTable, showPair: ShowPair): void {
  const sample = sampleOf(table, document.getElementById(location.hash.slice(1)));
  if (!sample) return;
  if (!table.fitting.includes(sample)) showPair("");
  setOpen(sample, true);
  focus(table, sample);
  sample.body.scrollIntoView({ block: "start" });
}

function startTable(): void {
  const table = readTable(one(HTMLTableElement, "table.samples"), () => showState(table));
  const search = one(HTMLInputElement, "#search");
  const showPair = listenToFilters(table, {
    form: one(HTMLFormElement, "form.controls"),
    search,
    reward: one(HTMLSelectElement, "#by-reward"),
    outcome: one(HTMLSelectElement, "#by-outcome"),
    reason: one(HTMLSelectElement, "#by-reason"),
    note: one(HTMLElement, "#pair-note"),
  });
  listenToKeys(table, search);
  listenToClicks(table, showPair);
  addEventListener("hashchange", () => followAddress(table, showPair));
  followAddress(table, showPair);
}

startTheme(one(HTMLButtonElement, "#theme"));
if (document.querySelector("table.samples")) startTable();
