import { comparing, fits, type Order, type SampleFacts, type Wish } from "./select-samples.js";

/** A sample and its part of the table: a row, and a row of details. */
export interface Sample {
  readonly facts: SampleFacts;
  readonly body: HTMLTableSectionElement;
  readonly toggle: HTMLButtonElement;
}

/** The table, which shows what fits, a page at a time. */
export interface SampleTable {
  readonly element: HTMLTableElement;
  /** In the order of the table. */
  readonly samples: Sample[];
  /** Those that fit the reader's wish. */
  fitting: readonly Sample[];
  page: number;
  order: Order;
  /** Hears of each change of what is shown. */
  readonly onDraw: () => void;
}

const PAGE = 25;

function readSample(body: HTMLTableSectionElement): Sample {
  const facts = JSON.parse(body.dataset.facts ?? "") as Omit<SampleFacts, "text">;
  const toggle = body.querySelector<HTMLButtonElement>(".toggle");
  if (!toggle) throw new Error("a sample has no button");
  return { facts: { ...facts, text: body.textContent.toLowerCase() }, body, toggle };
}

/** Reads the samples that stand in the page. All are closed then, and in the order of the file. */
export function readTable(element: HTMLTableElement, onDraw: () => void): SampleTable {
  const samples = [...element.tBodies].map(readSample);
  for (const sample of samples) setOpen(sample, false);
  return { element, samples, fitting: samples, page: 0, order: { key: "number", descending: false }, onDraw };
}

/** The samples of the page. */
export const shown = ({ fitting, page }: SampleTable): readonly Sample[] =>
  fitting.slice(page * PAGE, (page + 1) * PAGE);

/** Which samples are shown, in words. */
export function describeRange({ fitting, page }: SampleTable): string {
  const first = page * PAGE + 1;
  const last = Math.min(fitting.length, first + PAGE - 1);
  return fitting.length === 0 ? "No samples" : `${first}–${last} of ${fitting.length} samples`;
}

/** Whether there is a page so many pages further. */
export function hasPage({ fitting, page }: SampleTable, by: number): boolean {
  return page + by >= 0 && (page + by) * PAGE < fitting.length;
}

/** One row takes part in the order of the Tab key; the arrows reach the others. */
function enter({ samples }: SampleTable, entry: Sample | undefined): void {
  for (const sample of samples) sample.toggle.tabIndex = sample === entry ? 0 : -1;
}

function draw(table: SampleTable): void {
  const visible = shown(table);
  const isVisible = new Set(visible);
  for (const sample of table.samples) sample.body.hidden = !isVisible.has(sample);
  enter(table, visible.find(({ toggle }) => toggle === document.activeElement) ?? visible[0]);
  table.onDraw();
}

/** Shows what fits. */
export function select(table: SampleTable, wish: Wish): void {
  table.fitting = table.samples.filter(({ facts }) => fits(facts, wish));
  table.page = 0;
  draw(table);
}

/** Puts the samples in order; the same order again is turned around. */
export function sort(table: SampleTable, key: string): void {
  const isSame = key === table.order.key;
  table.order = { key, descending: isSame ? !table.order.descending : key !== "number" };
  const compare = comparing(table.order);
  table.samples.sort((a, b) => compare(a.facts, b.facts));
  table.element.append(...table.samples.map(({ body }) => body));
  const isFitting = new Set(table.fitting);
  table.fitting = table.samples.filter((sample) => isFitting.has(sample));
  table.page = 0;
  draw(table);
}

/** Opens or closes the details of a sample. */
export function setOpen({ body, toggle }: Sample, isOpen: boolean): void {
  body.toggleAttribute("data-open", isOpen);
  toggle.setAttribute("aria-expanded", String(isOpen));
}

export const isOpen = ({ body }: Sample): boolean => body.hasAttribute("data-open");

/** Moves the focus to a sample, and the page of the table with it. */
export function focus(table: SampleTable, sample: Sample | undefined): void {
  const at = sample === undefined ? -1 : table.fitting.indexOf(sample);
  if (!sample || at < 0) return;
  const page = Math.floor(at / PAGE);
  if (page !== table.page) {
    table.page = page;
    draw(table);
  }
  enter(table, sample);
  sample.toggle.focus();
  sample.body.scrollIntoView({ block: "nearest" });
}

/** Moves the focus by so many samples, as far as there are any. */
export function step(table: SampleTable, from: Sample, by: number): void {
  const at = table.fitting.indexOf(from) + by;
  focus(table, table.fitting[Math.max(0, Math.min(table.fitting.length - 1, at))]);
}

/** Turns the pages of the table. */
export function turn(table: SampleTable, by: number): void {
  if (!hasPage(table, by)) return;
  table.page += by;
  draw(table);
}

/** The sample that an element belongs to. */
export function sampleOf({ samples }: SampleTable, target: EventTarget | null): Sample | undefined {
  const body = target instanceof Element ? target.closest("tbody") : null;
  return samples.find((sample) => sample.body === body);
}
