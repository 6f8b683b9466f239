import { RewardError } from "../../core/index.js";
import type { RewardInfo } from "../../rewards/define-reward.js";
import { type Combinator, combinators } from "../../spec/index.js";
import { PROTOCOL_VERSION } from "../protocol.js";
import { TEXT_ENCODINGS, type TextEncoding } from "../threads/texts.js";
import type { Method } from "./method.js";
import { listRewards } from "./rewards-list.js";

/** What a client needs to know to compose rewards. */
interface CombinatorInfo extends Required<Omit<Combinator, "build" | "example">> {
  readonly name: string;
}

interface InitializeResult {
  readonly protocol: number;
  readonly server: { readonly name: string; readonly version: string };
  readonly maxFrameBytes: number;
  /** How the texts of a frame may be encoded; absent where the transport carries none. */
  readonly frames?: { readonly encodings: readonly TextEncoding[] };
  readonly rewards: readonly RewardInfo[];
  readonly combinators: readonly CombinatorInfo[];
}

function listCombinators(): CombinatorInfo[] {
  return Object.entries(combinators).map(
    ([name, { summary, parts, options, requiredOptions = [], isWeighted = false }]) => ({
      name,
      summary,
      parts,
      options,
      requiredOptions,
      isWeighted,
    }),
  );
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
  return {
    protocol: PROTOCOL_VERSION,
    server,
    maxFrameBytes,
    ...(context.takesFrames && { frames: { encodings: TEXT_ENCODINGS } }),
    rewards: listRewards(registry),
    combinators: listCombinators(),
  };
};
