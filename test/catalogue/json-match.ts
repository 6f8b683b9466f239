import type { CatalogueCase } from "./case.js";

const jsonMatchCase: CatalogueCase = {
  groups: [
    {
      columns: { solution: { name: "Ada", born: 1815, tags: ["x", "y"] } },
      completions: [
        '{"name":"ada","born":1815.0,"tags":["y","x"],"extra":1,"more":2}',
        '<answer>{"name":"Ada"}</answer>',
        '<json>{"name":"Ada"}</json>',
        '{"name":"Ada"}',
      ],
    },
  ],
  others: { tag: "json" },
  columns: {
    solution: [
      { a: 1 },
      '{"a":[1,{"b":"c"}]}',
      [],
      {},
      "no JSON",
      null,
      3,
      [[[]]],
      { __proto__: null, a: { b: {} } },
    ],
  },
};

export default jsonMatchCase;
