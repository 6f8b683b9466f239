import type { RolloutReward } from "../core/index.js";
import { openRemote, remoteFailure, type RemoteOptions, remoteOptions } from "../judge/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/**
 * The score that a server of yours gives each completion. It gets `{"prompt", "completion", "columns"}` by POST, where
 * `completion` is the text and `prompt` may be `null`, and replies `{"score": number or null}`; `null` is no opinion.
 *
 * Range 0 to 1, or from `min` to `max`; a score beyond is refused. What fails (the server, its time limit, a reply of
 * another form) is `null` with the status `system:remote_<reason>`, never a number.
 *
 * `remote_rm` of OpenRLHF and slime, and the `/verify` servers of NeMo-Gym.
 *
 * @throws {RewardError} `bad_options` for an address that is not http or https, or an environment variable that is
 *   not set
 */
export const remote: RewardFactory<RolloutReward, RemoteOptions> = defineReward({
  name: "remote",
  summary: "The score that a server of yours gives each completion.",
  family: "judges",
  source: "OpenRLHF and slime (remote_rm); NeMo-Gym (resources servers).",
  range: ({ min = 0, max = 1 }: RemoteOptions) => [min, max],
  optionalColumns: ["prompt", "*"],
  boundsItself: true,
  options: remoteOptions,
  requiredOptions: ["url"],
  rollout: (options: RemoteOptions) => {
    const { post, describe, toResult } = openRemote(options);
    return async ({ task, completion }, { signal }) => {
      const reply = await post({ ...describe(task), completion: completion.text }, signal);
      if ("fault" in reply) return remoteFailure(reply.fault);
      return toResult((reply.body as { readonly score?: unknown } | null)?.score);
    };
  },
});
