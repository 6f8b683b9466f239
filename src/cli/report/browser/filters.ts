import { select, type SampleTable } from "./sample-table.js";

/** The fields by which the reader says which samples are wanted. */
export interface Filters {
  readonly form: HTMLFormElement;
  readonly search: HTMLInputElement;
  readonly reward: HTMLSelectElement;
  readonly outcome: HTMLSelectElement;
  readonly reason: HTMLSelectElement;
  /** Says which pair of rewards was asked for. */
  readonly note: HTMLElement;
}

/** Shows only samples on which two rewards disagree, given by their key; all if it is empty. */
export type ShowPair = (pair: string) => void;

function showNote(note: HTMLElement, pair: string): void {
  note.hidden = pair === "";
  if (pair === "") return;
  const [approving = "", refusing = ""] = JSON.parse(pair) as readonly string[];
  note.textContent = `Only samples that ${approving} approves and ${refusing} does not. Clear shows all.`;
}

/** Shows what the reader asks for, whenever that changes. */
export function listenToFilters(
  table: SampleTable,
  { form, search, reward, outcome, reason, note }: Filters,
): ShowPair {
  let pair = "";
  const apply = (): void => {
    showNote(note, pair);
    const values = { reward: reward.value, outcome: outcome.value, reason: reason.value };
    select(table, { search: search.value.trim(), ...values, pair });
  };
  const showPair: ShowPair = (wanted) => {
    form.reset();
    pair = wanted;
    apply();
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
  return showPair;
}
