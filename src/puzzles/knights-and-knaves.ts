/** A role of the puzzle: knights tell the truth, knaves lie. */
type Role = "knight" | "knave";

/** The role of each person, by the name in lower case. */
export type Roles = ReadonlyMap<string, Role>;

const WORD = /[\p{L}\p{N}_]+/gu;
const ROLES: ReadonlyMap<string, Role> = new Map([
  ["knight", "knight"],
  ["knights", "knight"],
  ["knave", "knave"],
  ["knaves", "knave"],
]);
/** A clause with one of these does not say who is what. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  "not",
  "or",
  "either",
  "neither",
  "nor",
  "isn",
  "if",
  "maybe",
  "unless",
]);
const NAME_AND_ROLE =
  /(?<![\p{L}\p{N}_])(\p{L}+)[^\p{L}\p{N}_](?:.*[^\p{L}\p{N}_])??(knight|knave)(?![\p{L}\p{N}_])/iu;

function addRole(roles: Map<string, Role>, name: string, value: unknown): boolean {
  const text = value === true ? "knight" : value === false ? "knave" : value;
  const role = typeof text === "string" ? ROLES.get(text.trim().toLowerCase()) : undefined;
  if (role === undefined || !/^\p{L}+$/u.test(name)) return false;
  roles.set(name.toLowerCase(), role);
  return true;
}

/**
 * Reads the solution of a puzzle: lines such as `(1) Zoey is a knave`, or an object such as `{"Zoey": "knave"}` or
 * `{"Zoey": false}`. `null` if it names nobody's role.
 */
export function readRoles(solution: unknown): Roles | null {
  const roles = new Map<string, Role>();
  if (typeof solution === "string") {
    for (const line of solution.split("\n")) {
      const match = NAME_AND_ROLE.exec(line);
      if (match) addRole(roles, match[1] as string, match[2]);
    }
  } else if (typeof solution === "object" && solution !== null && !Array.isArray(solution)) {
    const isRead = Object.entries(solution).every(([name, value]) => addRole(roles, name, value));
    if (!isRead) return null;
  }
  return roles.size > 0 ? roles : null;
}

/**
 * The roles that an answer gives to the named persons: `Zoey is a knave, and Oliver and Ann are knights`. `null` if a
 * clause is uncertain, a role has nobody, somebody has no role, or somebody has two.
 */
export function statedRoles(answer: string, persons: Roles): Roles | null {
  const roles = new Map<string, Role>();
  let waiting: string[] = [];
  for (const [word] of answer.toLowerCase().matchAll(WORD)) {
    const role = ROLES.get(word);
    if (UNCERTAIN.has(word)) return null;
    if (persons.has(word)) waiting.push(word);
    if (role === undefined) continue;
    if (waiting.length === 0 || waiting.some((name) => (roles.get(name) ?? role) !== role)) return null;
    for (const name of waiting) roles.set(name, role);
    waiting = [];
  }
  return waiting.length === 0 && roles.size === persons.size ? roles : null;
}
