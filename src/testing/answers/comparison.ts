import { compare, type Comparison } from "../expression/compare.js";
import type { Expression } from "../expression/expression.js";
import type { Answer } from "./answer.js";

/** Answers whose parts stand in an order: other parts, or another number of them, make another answer. */
export function compareInOrder(a: Answer, b: Answer): Comparison {
  if (a.parts.length !== b.parts.length || a.mark !== b.mark) return "different";
  return worst(a.parts.map((part, i) => compare(part, b.parts[i] as Expression)));
}

/** Answers whose parts are elements: each needs an equal one on the other side. */
export function compareAsSets(a: Answer, b: Answer): Comparison {
  const table = a.parts.map((part) => b.parts.map((other) => compare(part, other)));
  const columns = b.parts.map((_, i) => table.map((row) => row[i] as Comparison));
  return worst([...table, ...columns].map(best));
}

const best = (found: readonly Comparison[]): Comparison =>
  found.find((one) => one === "same") ?? found.find((one) => one !== "different") ?? "different";

const worst = (found: readonly Comparison[]): Comparison =>
  found.find((one) => one === "different") ?? found.find((one) => one !== "same") ?? "same";
