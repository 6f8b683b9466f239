/** The target does not start, or breaks the protocol: it cannot be audited. */
export class TargetFailure extends Error {
  override readonly name = "TargetFailure";
}
