/** How work in isolation ended. */
export type Outcome<Out> =
  | { readonly status: "done"; readonly value: Out }
  /** The deadline passed and the work was killed. */
  | { readonly status: "timeout" }
  /** The work threw, ran out of memory, ended its thread or was never begun. */
  | { readonly status: "failed"; readonly reason: string };
