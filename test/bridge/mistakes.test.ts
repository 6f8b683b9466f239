import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServerProcess } from "./server-process.js";

let server: ServerProcess;
beforeAll(() => (server = new ServerProcess()));
afterAll(() => server.end());

const accuracy = { name: "accuracy" };

describe("callers' mistakes", () => {
  const one = { completions: ["x"], columns: { solution: ["1"] } };

  it.each([
    [
      "an unknown reward",
      { ...one, rewards: [{ name: "acuracy" }] },
      -32001,
      /rewards\[0\]: There is no reward named "acuracy"\. Did you mean "accuracy"\? Known are accuracy,/,
    ],
    [
      "an unknown option",
      { ...one, rewards: [{ ...accuracy, options: { strict: true } }] },
      -32002,
      /unknown property "strict"/,
    ],
    [
      "an option out of range",
      { ...one, rewards: [{ name: "cosine_scaled", options: { maxLength: 0 } }] },
      -32002,
      /maxLength must be >= 1/,
    ],
    [
      "a missing column",
      { rewards: [accuracy], completions: ["x"] },
      -32003,
      /accuracy needs the column "solution"/,
    ],
    [
      "missing token counts",
      { rewards: [{ name: "soft_overlong_punishment" }], completions: ["x"] },
      -32003,
      /n_tokens/,
    ],
    [
      "a short column",
      { rewards: [accuracy], completions: ["x", "y"], columns: { solution: ["1"] } },
      -32602,
      /"solution" has 1 values for 2 completions/,
    ],
    [
      "a short index",
      { ...one, rewards: [accuracy], columns: { solution: { values: ["1"], index: [] } } },
      -32602,
      /index of column "solution" has 0/,
    ],
    [
      "an index outside",
      { ...one, rewards: [accuracy], columns: { solution: { values: ["1"], index: [3] } } },
      -32602,
      /index 3 but only 1/,
    ],
    [
      "a negative token count",
      { ...one, rewards: [accuracy], columns: { solution: ["1"], n_tokens: [-1] } },
      -32602,
      /token counts; row 0 is -1/,
    ],
    [
      "a prompt that is a number",
      { ...one, rewards: [accuracy], columns: { solution: ["1"], prompt: [5] } },
      -32602,
      /"prompt" must hold/,
    ],
    [
      "missing groups",
      { ...one, rewards: [{ name: "length" }] },
      -32602,
      /"length" compares the completions of a prompt: send "groups"/,
    ],
    [
      "missing groups for advantages",
      { ...one, rewards: [accuracy], advantages: {} },
      -32602,
      /send "groups"/,
    ],
    ["short groups", { ...one, rewards: [accuracy], groups: [] }, -32602, /"groups" has 0 values for 1/],
    [
      "an option of the other estimator",
      { ...one, rewards: [accuracy], groups: [0], advantages: { clip: [0, 1] } },
      -32002,
      /grpo has no option "clip"/,
    ],
    [
      "two rewards of one key",
      { ...one, rewards: [accuracy, accuracy] },
      -32602,
      /Two rewards have the key "accuracy"/,
    ],
    ["no rewards", { ...one, rewards: [] }, -32602, /rewards must NOT have fewer than 1 items/],
    [
      "a completion that is a number",
      { ...one, rewards: [accuracy], completions: [5] },
      -32602,
      /completions\[0\]/,
    ],
    [
      "an unknown parameter",
      { ...one, rewards: [accuracy], completion: "x" },
      -32602,
      /unknown property "completion"; known are rewards, completions/,
    ],
    [
      "a weight that is no number",
      { ...one, rewards: [{ ...accuracy, weight: "1" }] },
      -32002,
      /rewards\[0\]: weight must be a finite number/,
    ],
  ])("%s", async (_, params, code, message) => {
    const { error } = await server.call("score", params);
    expect(error?.message).toMatch(message);
    expect(error?.code).toBe(code);
  });

  it.each([
    ["not JSON", "{oops", -32700],
    ["NaN, which JSON does not know", '{"jsonrpc":"2.0","id":1,"method":"score","params":{"x":NaN}}', -32700],
    ["not an object", "5", -32600],
    ["null", "null", -32600],
    ["an empty batch", "[]", -32600],
    ["a batch of too many", `[${"1,".repeat(1000)}1]`, -32600],
    ["of an id that is none", '{"jsonrpc":"2.0","id":[[1]],"method":"rewards/list"}', -32600],
    ["an unknown method", '{"jsonrpc":"2.0","id":1,"method":"reward"}', -32601],
    ["another version of JSON-RPC", '{"id":1,"method":"rewards/list"}', -32600],
  ])("a frame that is %s", async (_, frame, code) => {
    server.send(frame);
    expect((await server.receive()).error?.code).toBe(code);
  });

  it("answers each request of a batch, and no notification", async () => {
    server.send(
      JSON.stringify([
        { jsonrpc: "2.0", id: "x", method: "rewards/list", params: {} },
        { jsonrpc: "2.0", method: "rewards/list", params: {} },
        7,
        [[{ jsonrpc: "2.0", id: "y", method: "rewards/list" }]],
        { jsonrpc: "2.0", id: "z", method: "$/cancelRequest" },
      ]),
    );
    const replies = await server.receiveBatch();
    expect(replies.map(({ id }) => id)).toEqual(["x", null, null, "z"]);
  });
});
