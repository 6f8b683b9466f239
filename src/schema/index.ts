export { compileSchema, type JsonSchema } from "./validator.js";
