/** How work in isolation ended. */
export type Outcome<Out> =
  | { readonly status: "done"; readonly value: Out }
  /** The deadline passed and the work was killed. */
  | { readonly status: "timeout" }
  /** The work threw, ran out of memory or ended its thread; or it has not begun, for which it is not to blame. */
  | { readonly status: "failed"; readonly reason: string; readonly hasBegun: boolean };
