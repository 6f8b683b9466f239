export { areDistinct, compareJson, type FieldCounts, type JsonComparison } from "./compare.js";
export { isJsonList, isJsonObject, type Json, type JsonObject, parseJson, toJson } from "./parse.js";
export { JSON_PLACES, jsonPart, type JsonPlace, lastFenced } from "./part.js";
