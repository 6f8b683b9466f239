import type { MethodName } from "../protocol.js";
import { advantages } from "./advantages.js";
import { discover } from "./discover.js";
import { initialize } from "./initialize.js";
import type { Method } from "./method.js";
import { rewardsList } from "./rewards-list.js";
import { score } from "./score.js";
import { shutdown } from "./shutdown.js";
import { stats } from "./stats.js";

/** The methods of the protocol, one line each. */
export const methods: Readonly<Record<MethodName, Method<never>>> = {
  initialize,
  "rewards/list": rewardsList,
  score,
  advantages,
  stats,
  "rpc.discover": discover,
  shutdown,
};

export type { FrameTexts, MethodContext, Notify } from "./method.js";
