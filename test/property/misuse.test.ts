import { describe, expect, it } from "vitest";
import * as advantage from "../../src/advantage/index.js";
import * as library from "../../src/index.js";
import * as math from "../../src/math/index.js";

/** What a caller without a type checker may hand over. */
const VALUES: readonly unknown[] = [
  undefined,
  null,
  5,
  -1,
  Number.NaN,
  10n,
  "text",
  Symbol("s"),
  true,
  [],
  {},
  [1, 2],
  ["a"],
  [[1, 2], [3]],
  [["1"]],
  [null],
  [undefined],
  [[undefined]],
  [{}],
  [{ completions: "text" }],
  [{ completions: [5] }],
  [{ completions: ["x"], columns: ["42"] }],
  [{ completions: ["x"], prompt: 5 }],
  { rewards: [1, 2], groups: [0] },
  { rewards: [1], groups: { sizes: [-1] } },
  { rewards: "ab", groups: [0, 1] },
  { rewards: [1], scores: null },
  { kind: "rollout" },
  { name: "x", summary: "y", range: 1 },
  { n: 1, k: 1, beta: 1 },
  { reference: 1, completion: "1" },
  { reference: "1", answer: 1 },
  { reference: "x^2+1", answer: "1+xx", completion: [] },
  { engines: ["maple"] },
  { engines: 5, deadlineMs: "soon" },
  { extract: { methods: ["box"] } },
  { thinking: "no", methods: "boxed" },
  (): number => 1,
];

type AnyFunction = (...values: readonly unknown[]) => unknown;

const functions = Object.entries({ ...library, ...advantage, ...math }).filter(
  (entry): entry is [string, AnyFunction] => typeof entry[1] === "function" && entry[0] !== "RewardError",
);

/** What a call with wrong values comes to: nothing but a result, or an error that tells the caller what is wrong. */
async function failureOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
    return null;
  } catch (error) {
    return error instanceof library.RewardError && /^\S.{10,}/.test(error.message) ? null : error;
  }
}

describe.each(functions)("%s", (name, fn) => {
  it("takes wrong values, or says what is wrong with them", async () => {
    for (const first of VALUES) {
      for (const second of VALUES) {
        const error = await failureOf(() => fn(first, second));
        expect(error, `${name}(${String(first)}, ${String(second)})`).toBeNull();
      }
    }
  });
});
