import { describe, expect, it } from "vitest";
import { type Message, perTurn, type PerTurnOptions, scoreGroups, weightedSum } from "../../../src/index.js";
import { groupSize, tableReward } from "./counting.js";

const say = (content: string | null): Message => ({ role: "assistant", content });
const hear: Message = { role: "tool", content: "a" };
const reward = tableReward("table", { a: 1, b: 0.5, "": -1 });

const scored = async (
  completion: string | readonly Message[],
  aggregate?: PerTurnOptions["aggregate"],
): Promise<unknown> =>
  (await scoreGroups([{ completions: [completion] }], perTurn(reward, aggregate && { aggregate }))).scores
    .table;

describe("perTurn", () => {
  it.each([
    ["the turns of the assistant", [say("a"), hear, say("b")], 1.5],
    ["a turn without text", [say("a"), say(null)], 0],
    ["the turns that have a score", [say("a"), say("?")], 1],
    ["turns without any score", [say("?")], null],
    ["a conversation without a turn", [hear], -1],
    ["no messages", [], -1],
    ["a plain text", "b", 0.5],
  ])("adds up %s", async (_case, completion, expected) => {
    expect(await scored(completion)).toEqual([[expected]]);
  });

  it("takes the last turn alone if asked", async () => {
    expect(await scored([say("a"), say("b"), hear], "last")).toEqual([[0.5]]);
  });

  it.each([
    ["all turns", [say("a"), hear, say("b")], 0.75],
    ["the turns that have a score", [say("a"), say("?")], 1],
    ["turns without any score", [say("?")], null],
    ["a conversation without a turn", [hear], -1],
  ])("takes the mean of %s if asked", async (_case, completion, expected) => {
    expect(await scored(completion, "mean")).toEqual([[expected]]);
  });

  it("has the range of its reward, unless turns are summed", () => {
    const ranged = { ...reward, range: [-1, 1] as const };
    const ranges = (["sum", "mean", "last"] as const).map(
      (aggregate) => perTurn(ranged, { aggregate }).range,
    );
    expect(ranges).toEqual([undefined, [-1, 1], [-1, 1]]);
  });

  it("refuses another aggregate", () => {
    expect(() => perTurn(reward, { aggregate: "min" as never })).toThrow(
      'perTurn aggregates by "sum", "mean" or "last", not "min".',
    );
  });

  it("keeps the verdict and the logged values of the last turn", async () => {
    const judged = {
      ...reward,
      extra: ["seen"],
      score: ({ completion }: { completion: { text: string } }) => ({
        score: 1,
        verdict: { status: "correct" as const, by: completion.text },
        extra: { seen: completion.text },
      }),
    };
    const { verdicts, extra } = await scoreGroups([{ completions: [[say("a"), say("b")]] }], perTurn(judged));
    expect(verdicts.table).toEqual([[{ status: "correct", by: "b" }]]);
    expect(extra["table.seen"]).toEqual([["b"]]);
  });

  it.each([
    ["a group reward", groupSize, "group_size is a group reward"],
    ["a composition", weightedSum([reward, 1]), "weighted_sum is a composite reward"],
  ])("refuses %s", (_case, inner, message) => {
    expect(() => perTurn(inner)).toThrow(
      expect.objectContaining({
        code: "bad_options",
        message: expect.stringContaining(message) as string,
      }),
    );
  });
});
