import { describe, expect, it } from "vitest";
import { isolatedReward } from "../../../src/testing/rewards/target.js";
import { isolated, type IsolatedVerifier } from "../../../src/testing/verifier/target.js";

const LIMIT_MS = 20;

/** A call that takes so many milliseconds of its turn, of which there is one for each call. */
function taking(...turns: readonly number[]): { readonly call: () => number; readonly calls: () => number } {
  let calls = 0;
  const call = (): number => {
    const end = performance.now() + (turns[calls++] ?? 0);
    while (performance.now() < end);
    return 1;
  };
  return { call, calls: () => calls };
}

const items = [{ completion: "1", gold: "1", prompt: "" }];
const typeOf = async ({ judge }: IsolatedVerifier): Promise<string | undefined> =>
  (await judge([{ items }]))[0]?.[0]?.type;

describe.each([
  ["a verifier", (call: () => number) => isolated(call, LIMIT_MS)],
  ["a verifier of lists", (call: () => number) => isolated({ scoreBatch: () => [call()] }, LIMIT_MS)],
  ["a reward", (call: () => number) => isolatedReward(() => [call()], LIMIT_MS)],
])("%s in this thread", (_, open) => {
  it("does not hang if it is slow once", async () => {
    expect(await typeOf(open(taking(2 * LIMIT_MS).call))).toBe("score");
  });

  it("hangs if it is slow again", async () => {
    expect(await typeOf(open(taking(2 * LIMIT_MS, 2 * LIMIT_MS).call))).toBe("hang");
  });

  it("is not asked again if it was slow by far", async () => {
    const { call, calls } = taking(11 * LIMIT_MS);
    expect(await typeOf(open(call))).toBe("hang");
    expect(calls()).toBe(1);
  });
});
