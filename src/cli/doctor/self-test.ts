import { isDeepStrictEqual } from "node:util";

const expected: Readonly<Record<string, readonly (number | null)[]>> = {
  accuracy: [1, 1, 0, null],
  think_format: [1, 0, 0, 0],
};

/** A request whose scores are known. */
export const REQUEST: string = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "score",
  params: {
    rewards: Object.keys(expected),
    completions: [
      "<think>\n2 + 2\n</think>\n\\boxed{\\frac{8}{2}}",
      "The answer is 4.",
      "\\boxed{5}",
      "\\boxed{6}",
    ],
    columns: { solution: ["4", "4", "4", null] },
  },
});

/** @throws {Error} if a reply holds other scores */
export function checkReply(text: string): void {
  const { result, error } = JSON.parse(text) as {
    readonly result?: { readonly scores: unknown };
    readonly error?: { readonly message: string };
  };
  if (error) throw new Error(error.message);
  if (isDeepStrictEqual(result?.scores, expected)) return;
  throw new Error(`scores are ${JSON.stringify(result?.scores)}, not ${JSON.stringify(expected)}`);
}
