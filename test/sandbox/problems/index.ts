import { arithmetic } from "./arithmetic.js";
import { checked } from "./checked.js";
import { decimals } from "./decimals.js";
import { dynamic } from "./dynamic.js";
import { functions } from "./functions.js";
import { graphs } from "./graphs.js";
import { greedy } from "./greedy.js";
import { lists } from "./lists.js";
import { numbers } from "./numbers.js";
import { simulation } from "./simulation.js";
import { sorting } from "./sorting.js";
import { strings } from "./strings.js";
import { structures } from "./structures.js";
import type { Problem } from "./problem.js";

/** Every problem, by kind. */
export const PROBLEMS: Readonly<Record<string, readonly Problem[]>> = {
  arithmetic,
  strings,
  lists,
  sorting,
  greedy,
  dynamic,
  graphs,
  numbers,
  simulation,
  decimals,
  structures,
  checked,
  functions,
};
