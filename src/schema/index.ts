export { type AnswerSchema, compileAnswerSchema, type SchemaFit } from "./answer-schema.js";
export { compileSchema, type JsonSchema } from "./validator.js";
