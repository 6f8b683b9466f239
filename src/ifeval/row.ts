import type { Check, Kwargs } from "./instruction.js";
import { INSTRUCTIONS } from "./registry.js";

/** What a data-set row asks of an answer: its instructions by id, or why they cannot be checked. */
export type RowChecks =
  { readonly checks: readonly (readonly [id: string, check: Check])[] } | { readonly problem: string };

/** The columns of a row, as IFEval or open-instruct lay them out. */
export interface InstructionColumns {
  /** Ids of the instructions. */
  readonly instruction_id_list?: unknown;
  /** The arguments of each instruction, in the same order. */
  readonly kwargs?: unknown;
  /** Both in one: `{ func_name, ... }`, or `{ instruction_id, kwargs }`, perhaps in a list, or as JSON text. */
  readonly ground_truth?: unknown;
}

interface Asked {
  readonly ids: readonly unknown[];
  readonly kwargs: readonly unknown[];
}

const isObject = (value: unknown): value is Kwargs =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value of a JSON text; any other value, also a text that is none, as it is. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function listed(value: unknown): readonly unknown[] {
  const list = parsed(value) ?? [];
  return Array.isArray(list) ? (list as unknown[]) : [list];
}

/** The arguments that are given: data sets fill those of other instructions with nulls. */
function givenKwargs(value: unknown): Kwargs {
  const kwargs = parsed(value);
  if (!isObject(kwargs)) return {};
  return Object.fromEntries(Object.entries(kwargs).filter(([, argument]) => argument !== null));
}

function askedByGroundTruth(value: unknown): Asked {
  const [first] = listed(value);
  const row = givenKwargs(first);
  const { func_name: name, ...kwargs } = row;
  if (name !== undefined) return { ids: [name], kwargs: [kwargs] };
  return { ids: listed(row.instruction_id ?? row.instruction_id_list), kwargs: listed(row.kwargs) };
}

/** Reads what a row asks for. */
export function readRow({ instruction_id_list, kwargs, ground_truth }: InstructionColumns): RowChecks {
  const asked: Asked =
    instruction_id_list === undefined || instruction_id_list === null
      ? askedByGroundTruth(ground_truth)
      : { ids: listed(instruction_id_list), kwargs: listed(kwargs) };
  if (asked.ids.length === 0) return { problem: "no_instructions" };
  const checks: [string, Check][] = [];
  for (const [i, id] of asked.ids.entries()) {
    const known = typeof id === "string" ? INSTRUCTIONS.get(id) : undefined;
    if (typeof id !== "string" || known === undefined) return { problem: "unknown_instruction" };
    const check = known(givenKwargs(asked.kwargs[i]));
    if (check === null) return { problem: "bad_kwargs" };
    checks.push([id, check]);
  }
  return { checks };
}
