import type { GroupReward } from "../core/index.js";
import { openRemote, remoteFailure, type RemoteOptions, remoteOptions } from "../judge/index.js";
import { defineReward, type RewardFactory } from "./define-reward.js";

/**
 * The scores that a server of yours gives the completions of a prompt, which it sees together, to rank them or for
 * fewer requests. It gets `{"prompt", "completions", "columns"}` by POST and replies `{"scores": [number or null]}`,
 * one for each completion in order. All else is as with `remote`.
 *
 * The batched `remote_rm` of OpenRLHF and slime.
 *
 * @throws {RewardError} `bad_options` for an address that is not http or https, or an environment variable that is
 *   not set
 */
export const remoteGroup: RewardFactory<GroupReward, RemoteOptions> = defineReward({
  name: "remote_group",
  summary: "The scores that a server of yours gives the completions of a prompt together.",
  family: "judges",
  source: "OpenRLHF and slime (remote_rm, batched).",
  range: ({ min = 0, max = 1 }: RemoteOptions) => [min, max],
  optionalColumns: ["prompt", "*"],
  boundsItself: true,
  options: remoteOptions,
  requiredOptions: ["url"],
  group: (options: RemoteOptions) => {
    const { post, describe, toResult } = openRemote(options);
    return async ({ task, completions }, { signal }) => {
      const reply = await post(
        { ...describe(task), completions: completions.map(({ text }) => text) },
        signal,
      );
      if ("fault" in reply) return completions.map(() => remoteFailure(reply.fault));
      const scores = (reply.body as { readonly scores?: unknown } | null)?.scores;
      return Array.isArray(scores) && scores.length === completions.length
        ? scores.map(toResult)
        : completions.map(() => remoteFailure("bad_reply"));
    };
  },
});
