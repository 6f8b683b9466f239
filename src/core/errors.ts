/** What a caller did wrong; each value is also sent over the bridge as `error.data.code`. */
export type RewardErrorCode =
  | "unknown_reward"
  | "bad_options"
  | "missing_column"
  | "bad_input"
  | "bad_reward_module"
  | "too_large"
  | "protocol_version"
  | "cancelled";

/**
 * The one error class of the library, for callers' mistakes. Text that a model wrote never raises it: what
 * such text can cause is a {@link Verdict}.
 */
export class RewardError extends Error {
  override readonly name = "RewardError";
  readonly code: RewardErrorCode;

  constructor(code: RewardErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * What `make` returns; a mistake that it is told of says where it was made.
 *
 * @throws {RewardError} of the same code, its message behind `<place>: `
 */
export function located<T>(place: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RewardError)) throw error;
    throw new RewardError(error.code, `${place}: ${error.message}`, { cause: error });
  }
}
