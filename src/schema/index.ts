export { compileSchema, type JsonSchema, type Validator } from "./validator.js";
