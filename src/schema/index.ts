export { type AnswerSchema, compileAnswerSchema, type SchemaFit } from "./answer-schema.js";
export { choice } from "./choice.js";
export { compilePattern, type PatternFlags } from "./linear-pattern.js";
export { compileSchema, type JsonSchema } from "./validator.js";
