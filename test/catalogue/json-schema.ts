import type { CatalogueCase } from "./case.js";

const SCHEMA = { type: "object", required: ["a", "b"], properties: { a: { type: "number" } } };

const jsonSchemaCase: CatalogueCase = {
  groups: [
    {
      columns: { schema: SCHEMA },
      completions: [
        '{"a":1,"b":2}',
        '{"a":1}',
        '<answer>{"a":1,"b":2}</answer>',
        '<json>{"a":1,"b":2}</json>',
        "[]",
      ],
    },
  ],
  others: { tag: "json", schema: { type: "array" } },
  columns: {
    schema: [
      SCHEMA,
      JSON.stringify(SCHEMA),
      true,
      false,
      null,
      { type: "nonsense" },
      { $ref: "#" },
      { $ref: "http://elsewhere/" },
      { type: "object", properties: { a: { type: "string", pattern: "^(a+)+$" } } },
      { type: "string", pattern: "(?=a)b" },
    ],
  },
};

export default jsonSchemaCase;
