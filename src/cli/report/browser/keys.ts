import {
  focus,
  hasPage,
  type Sample,
  type SampleTable,
  sampleOf,
  setOpen,
  shown,
  step,
  turn,
} from "./sample-table.js";

type Act = (table: SampleTable, sample: Sample) => void;

const by =
  (samples: number): Act =>
  (table, sample) =>
    step(table, sample, samples);

const page =
  (pages: number): Act =>
  (table) => {
    if (!hasPage(table, pages)) return;
    turn(table, pages);
    focus(table, shown(table)[0]);
  };

const ACTS: Readonly<Record<string, Act>> = {
  ArrowDown: by(1),
  j: by(1),
  ArrowUp: by(-1),
  k: by(-1),
  Home: (table) => focus(table, shown(table)[0]),
  End: (table) => focus(table, shown(table).at(-1)),
  ArrowRight: page(1),
  PageDown: page(1),
  ArrowLeft: page(-1),
  PageUp: page(-1),
};

const isModified = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

/** Lets the keys move through the rows. Within an opened sample they scroll, but for the one that closes it. */
export function listenToKeys(table: SampleTable, search: HTMLInputElement): void {
  table.element.addEventListener("keydown", (event) => {
    const sample = sampleOf(table, event.target);
    if (!sample || isModified(event)) return;
    if (event.key === "Escape") {
      setOpen(sample, false);
      focus(table, sample);
      return;
    }
    const act = event.target === sample.toggle ? ACTS[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act(table, sample);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== "/" || isTyping || isModified(event)) return;
    event.preventDefault();
    search.focus();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    focus(table, shown(table)[0]);
  });
}
