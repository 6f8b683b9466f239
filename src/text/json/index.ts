export { areDistinct, compareJson, type FieldCounts, type JsonComparison } from "./compare.js";
export { isJsonList, isJsonObject, type Json, parseJson, toJson } from "./parse.js";
export { jsonPart, type JsonPlace } from "./part.js";
