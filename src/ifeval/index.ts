export { type InstructionColumns, readRow, type RowChecks } from "./row.js";
