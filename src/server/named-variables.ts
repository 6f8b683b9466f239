import { RewardError } from "../core/index.js";
import type { RewardSpec } from "../spec/index.js";

/** The options that name environment variables, however their case is written. */
const NAMING = new Set(["headersenv", "apikeyenv"]);

function namedIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(namedIn) : [];
}

function variablesOf(spec: unknown): string[] {
  if (typeof spec !== "object" || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) =>
    NAMING.has(key.replaceAll("_", "").toLowerCase()) ? namedIn(value) : variablesOf(value),
  );
}

/**
 * A reward that sends requests may name variables of the server's environment and the place that gets their values:
 * whoever reaches the server from elsewhere may name those alone that the server lends.
 *
 * @throws {RewardError} `bad_options` for any other
 */
export function checkVariables(specs: readonly RewardSpec[], allowed: readonly string[]): void {
  specs.forEach((spec, i) => {
    const refused = variablesOf(spec).find((name) => !allowed.includes(name));
    if (refused === undefined) return;
    const message = `rewards[${i}] names the environment variable ${refused}, which this server does not lend to requests over HTTP; start it with --allowed-variable ${refused}, or name the reward in a file of --rewards.`;
    throw new RewardError("bad_options", message);
  });
}
