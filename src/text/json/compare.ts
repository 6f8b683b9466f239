import { isJsonList, isJsonObject, type Json, type JsonObject, toJson } from "./parse.js";

/** How two values are compared. */
export interface JsonComparison {
  /** Whether strings must be the same, or the same but for case, width and white space. */
  readonly strings: "exact" | "normalized";
  /** Whether the items of a list are compared in their order, or paired as they fit. */
  readonly lists: "ordered" | "unordered";
}

/** How many fields two values have, and how many of them are the same in both. A scalar and `{}` are one field. */
export interface FieldCounts {
  readonly candidate: number;
  readonly reference: number;
  readonly matched: number;
}

/** Beyond so many items that differ, lists are compared in order: pairing takes a time that grows with the product. */
const MAX_PAIRED = 16;

/** How many fields a value has. */
function countFields(value: Json): number {
  const parts = isJsonObject(value) ? [...value.values()] : isJsonList(value) ? value : [];
  return parts.length === 0 ? 1 : parts.reduce<number>((sum, part) => sum + countFields(part), 0);
}

function normalized(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Gives values the same number if and only if they are the same. */
type Identify = (value: Json) => number;

/** Lists and objects are identified by the numbers of their parts, so that deep values cost no more than flat ones. */
function identification({ strings, lists }: JsonComparison): Identify {
  const numbers = new Map<string, number>();
  const known = new Map<object, number>();
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const describe = (value: Json): string => {
    if (typeof value === "string") return JSON.stringify(strings === "exact" ? value : normalized(value));
    if (isJsonList(value)) {
      const items = value.map(identify);
      return `[${(lists === "ordered" ? items : items.sort((a, b) => a - b)).join(",")}]`;
    }
    if (isJsonObject(value)) {
      const members = [...value].map(([key, member]) => `${JSON.stringify(key)}:${identify(member)}`);
      return `{${members.sort().join(",")}}`;
    }
    return value !== null && typeof value === "object" ? value.exact : String(value);
  };
  const identify: Identify = (value) => {
    if (typeof value !== "object" || value === null) return numberOf(describe(value));
    const number = known.get(value) ?? numberOf(describe(value));
    known.set(value, number);
    return number;
  };
  return identify;
}

/** Pairs items that are the same; returns the fields that they have, and the items that are left on each side. */
function pairSame(
  candidate: readonly Json[],
  reference: readonly Json[],
  identify: Identify,
): { matched: number; left: Json[]; wanted: Json[] } {
  const left = new Map<number, Json[]>();
  for (const item of candidate) {
    const same = left.get(identify(item));
    if (same) same.push(item);
    else left.set(identify(item), [item]);
  }
  let matched = 0;
  const wanted = reference.filter((item) => {
    const isThere = left.get(identify(item))?.pop() !== undefined;
    if (isThere) matched += countFields(item);
    return !isThere;
  });
  return { matched, left: [...left.values()].flat(), wanted };
}

/** Counts the fields of a reference that a candidate has too. */
function matching(
  { lists }: JsonComparison,
  identify: Identify,
): (candidate: Json, reference: Json) => number {
  const inOrder = (candidate: readonly Json[], reference: readonly Json[]): number =>
    reference.reduce<number>((sum, item, i) => {
      const other = candidate[i];
      return other === undefined ? sum : sum + matched(other, item);
    }, 0);
  const inAnyOrder = (candidate: readonly Json[], reference: readonly Json[]): number => {
    const pairs = pairSame(candidate, reference, identify);
    const { left, wanted } = pairs;
    if (Math.max(left.length, wanted.length) > MAX_PAIRED) return pairs.matched + inOrder(left, wanted);
    return wanted.reduce<number>((sum, item) => {
      const counts = left.map((other) => matched(other, item));
      const best = Math.max(0, ...counts);
      if (best > 0) left.splice(counts.indexOf(best), 1);
      return sum + best;
    }, pairs.matched);
  };
  const members = (candidate: JsonObject, reference: JsonObject): number => {
    let sum = 0;
    for (const [key, value] of reference) {
      const other = candidate.get(key);
      if (other !== undefined) sum += matched(other, value);
    }
    return sum;
  };
  const matched = (candidate: Json, reference: Json): number => {
    if (isJsonObject(reference) && isJsonObject(candidate) && reference.size > 0) {
      return members(candidate, reference);
    }
    if (isJsonList(reference) && isJsonList(candidate) && reference.length > 0) {
      return (lists === "ordered" ? inOrder : inAnyOrder)(candidate, reference);
    }
    return Number(identify(candidate) === identify(reference));
  };
  return matched;
}

/** Compares two values field by field: each scalar of the reference is found under the same keys, or not. */
export function compareJson(candidate: Json, reference: Json, how: JsonComparison): FieldCounts {
  return {
    candidate: countFields(candidate),
    reference: countFields(reference),
    matched: matching(how, identification(how))(candidate, reference),
  };
}

/** Whether no two values are the same. */
export function areDistinct(values: readonly unknown[]): boolean {
  const items = toJson(values);
  if (!isJsonList(items)) return false;
  const identify = identification({ strings: "exact", lists: "ordered" });
  return new Set(items.map(identify)).size === values.length;
}
