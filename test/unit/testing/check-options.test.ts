import { describe, expect, it } from "vitest";
import {
  auditRollouts,
  checkAdvantages,
  checkReward,
  checkVerifier,
  compareVerifiers,
  corpus,
  type CorpusOptions,
  inferPolicy,
  minimise,
  rewardLaws,
  verifierLaws,
} from "../../../src/testing/index.js";

type AnyFunction = (...values: readonly unknown[]) => unknown;

const accept = (): boolean => true;
const DOORS: Readonly<Record<string, unknown>> = {
  auditRollouts,
  checkAdvantages,
  checkReward,
  checkVerifier,
  compareVerifiers,
  inferPolicy,
  minimise,
  rewardLaws,
  verifierLaws,
  drawn: (options: CorpusOptions) => corpus(options).next(),
};

const call = (door: string, values: readonly unknown[]): unknown => (DOORS[door] as AnyFunction)(...values);

describe("the doors of the kit", () => {
  it.each<[string, readonly unknown[], string]>([
    ["checkVerifier", [accept, { case: 50 }], 'there is no option "case"; there are seed, cases,'],
    ["checkVerifier", [accept, { cases: "many" }], "cases must be a whole number of at least 1"],
    ["checkVerifier", [accept, { kinds: ["algebra"] }], "kinds must be a list of some of integer,"],
    ["checkVerifier", [accept, { policy: { refrence: "bare" } }], 'there is no option "refrence"'],
    [
      "checkVerifier",
      [accept, { policy: { reference: "raw" } }],
      "reference must be one of bare, dollars, boxed",
    ],
    [
      "checkVerifier",
      [accept, { policy: { range: 1 } }],
      "range must be a list of the least and the greatest",
    ],
    ["checkVerifier", ["accuracy"], "the verifier must be a function of a completion and its reference"],
    ["checkVerifier", [accept, null], "the options must be an object; it is null"],
    ["verifierLaws", [accept, { seed: "s" }], 'seed must be a whole number, not "s"'],
    ["compareVerifiers", [accept, undefined], "the verifier must be a function"],
    ["compareVerifiers", [accept, accept, { relation: "equal" }], "relation must be one of same, implies"],
    ["inferPolicy", [accept, 0.5], "the options must be an object; it is 0.5"],
    ["checkReward", ["accuracy"], "the reward must be a reward, or a function of completions and columns"],
    ["checkReward", [accept, { kind: "formt" }], "kind must be one of format, length,"],
    ["checkReward", [accept, { format: { around: "maybe" } }], "around must be one of reject, accept"],
    ["rewardLaws", [accept, { composite: { weight: [1] } }], 'there is no option "weight"; there are parts,'],
    ["checkAdvantages", [undefined], "the estimator must be a function of groups of rewards"],
    ["checkAdvantages", [accept, { scale: "free" }], 'there is no option "scale"; there are traits,'],
    [
      "checkAdvantages",
      [accept, { traits: { scale: "big" } }],
      "scale must be one of invariant, linear, free",
    ],
    ["auditRollouts", [accept, [{ completion: "1" }], { rollouts: 5 }], 'there is no option "rollouts"'],
    ["auditRollouts", [accept, [{ text: "1" }]], "completion of a rollout must be a text; it is undefined"],
    ["auditRollouts", [accept, 5], "the rollouts must be a list, or a stream; it is 5"],
    ["minimise", [{ completion: "1" }, accept], "gold must be a text; it is undefined"],
    ["minimise", [{ completion: "1", gold: "1" }], "isStill must be a function; it is undefined"],
    ["drawn", [{ relation: "different" }], "seed must be a whole number; it is undefined"],
    ["drawn", [{ seed: 1, relation: "unequal" }], "relation must be one of equivalent, different"],
  ])("%s(%j) says what is wrong", async (door, values, message) => {
    await expect(Promise.resolve().then(() => call(door, values))).rejects.toThrow(message);
  });

  it("do not read what is undefined", async () => {
    const report = await checkVerifier(accept, {
      cases: 1,
      kinds: undefined,
      policy: { range: undefined },
    } as never);
    expect(report.calls).toBeGreaterThan(0);
  });
});
