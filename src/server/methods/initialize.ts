import { RewardError } from "../../core/index.js";
import type { RewardInfo } from "../../rewards/define-reward.js";
import { PROTOCOL_VERSION } from "../protocol.js";
import type { Method } from "./method.js";
import { listRewards } from "./rewards-list.js";

interface InitializeResult {
  readonly protocol: number;
  readonly server: { readonly name: string; readonly version: string };
  readonly maxFrameBytes: number;
  readonly rewards: readonly RewardInfo[];
}

/** Agrees on the protocol version. */
export const initialize: Method<{ readonly protocol: number }, InitializeResult> = (params, context) => {
  if (params.protocol !== PROTOCOL_VERSION) {
    throw new RewardError(
      "protocol_version",
      `This server (grpo-rewards ${context.version}) speaks protocol ${PROTOCOL_VERSION}, the client ${params.protocol}; ` +
        "install versions of the npm and the Python package that fit.",
    );
  }
  const { version, maxFrameBytes, registry } = context;
  const server = { name: "grpo-rewards", version };
  return { protocol: PROTOCOL_VERSION, server, maxFrameBytes, rewards: listRewards(registry) };
};
