import type { CatalogueCase } from "./case.js";

const A = { name: "a", arguments: { q: 1 } };
const B = { name: "b", arguments: { q: 2 } };
const tagged = (...calls: object[]): string =>
  calls.map((call) => `<tool_call>${JSON.stringify(call)}</tool_call>`).join("");

const toolCallMatchCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: [A, B] },
      completions: [tagged(A, B), tagged(B, A), tagged(A), JSON.stringify([A, B])],
    },
    {
      columns: { solution: [B] },
      completions: [
        tagged(A, B),
        tagged(B),
        'Action: b\nAction Input: {"q": 2}',
        [
          {
            role: "assistant",
            content: null,
            tool_calls: [{ function: { name: "b", arguments: '{"q":2}' } }],
          },
        ],
      ],
    },
  ],
  columns: {
    solution: [
      [A, B],
      JSON.stringify([A]),
      A,
      [],
      "Action: a\nAction Input: {}",
      tagged(B),
      "none",
      null,
      [null],
      3,
    ],
  },
};

export default toolCallMatchCase;
