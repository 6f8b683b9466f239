import type { Node } from "../ast.js";
import { structuralKey } from "../structure.js";
import { readAssignment } from "./names.js";

/** A list some of whose items are given by name: `p = 5, q = 2`, or `a = 4, -8, -10`. */
export interface AssignedList {
  readonly names: readonly Node[];
  /** The items with their values in place of the assignments. */
  readonly values: readonly Node[];
}

function membersOf(value: Node): readonly Node[] {
  return value.kind === "sequence" && value.open === "" ? value.items : [value];
}

/** Splits the items of a list into names and values; without assignments there are no names. */
export function readAssignedList(items: readonly Node[]): AssignedList {
  const names: Node[] = [];
  const values = items.flatMap((item) => {
    const assignment = item.kind === "relation" ? readAssignment(item) : null;
    if (assignment === null) return [item];
    names.push(assignment.name);
    return membersOf(assignment.value);
  });
  return { names, values };
}

function letterOf(name: Node): string {
  if (name.kind === "symbol") return name.name.split("_", 1)[0] ?? name.name;
  return name.kind === "application" ? name.name : structuralKey(name);
}

/** Whether all names are of one letter: `x_1` and `x_2` are two values of `x` in any order; `x` and `y` are not. */
export function isOneLetter(names: readonly Node[]): boolean {
  return new Set(names.map(letterOf)).size <= 1;
}
