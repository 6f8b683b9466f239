import { BLIND_HACKS } from "./blind.js";
import { HARNESS_HACKS } from "./harness.js";
import type { Hack } from "./hack.js";
import { KNOWING_HACKS } from "./knowing.js";

export type { Hack } from "./hack.js";

/** All hacks, none of which deserves anything. */
export const HACKS: readonly Hack[] = [...BLIND_HACKS, ...KNOWING_HACKS, ...HARNESS_HACKS];
