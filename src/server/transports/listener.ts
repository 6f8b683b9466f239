/** Something that takes clients. */
export interface Listener {
  /** Takes no more of them; resolves when the requests in flight are answered. */
  readonly close: () => Promise<void>;
}
