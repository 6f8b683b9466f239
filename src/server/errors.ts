import { JSONRPCErrorCode } from "json-rpc-2.0";
import { RewardError, type RewardErrorCode } from "../core/index.js";

/** An error as it goes over the wire. */
export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data: { readonly code: RewardErrorCode | "internal_error" };
}

/** The JSON-RPC code of each kind of caller's mistake. */
export const RPC_CODES: Readonly<Record<RewardErrorCode, number>> = {
  unknown_reward: -32001,
  bad_options: -32002,
  missing_column: -32003,
  bad_input: JSONRPCErrorCode.InvalidParams,
  bad_reward_module: JSONRPCErrorCode.InternalError,
  too_large: -32006,
  protocol_version: -32008,
  cancelled: -32800,
};

/** The RPC code of an error, and the library's own code as `data.code`. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RewardError) {
    return { code: RPC_CODES[error.code], message: error.message, data: { code: error.code } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: JSONRPCErrorCode.InternalError,
    message: `Internal error: ${message}`,
    data: { code: "internal_error" },
  };
}
