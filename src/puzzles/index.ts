export type { Notation } from "./arithmetic.js";
export { type CountdownRules, readCountdown, solvesCountdown } from "./countdown.js";
export { readRoles, type Roles, statedRoles } from "./knights-and-knaves.js";
