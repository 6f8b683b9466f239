import { RewardError } from "../core/index.js";

/** What a header's value may hold, so that no client has to name the value in an error. */
const HEADER_VALUE = /^[\t\x20-\x7e]+$/;
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * The value of an environment variable that is fit for a header.
 *
 * @throws {RewardError} `bad_options` if it is not set, or not fit; the message never holds the value
 */
export function secretFromEnvironment(variable: string): string {
  const value = process.env[variable]?.trim() ?? "";
  if (value === "") throw new RewardError("bad_options", `The environment variable ${variable} is not set.`);
  if (HEADER_VALUE.test(value)) return value;
  throw new RewardError("bad_options", `The environment variable ${variable} does not fit into a header.`);
}

/**
 * Headers whose values stand in environment variables.
 *
 * @param variables the name of a variable by the name of each header
 * @throws {RewardError} `bad_options` for a name that is none, or a variable that is not set
 */
export function headersFromEnvironment(variables: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(variables).map(([header, variable]) => {
    if (HEADER_NAME.test(header)) return [header, secretFromEnvironment(variable)] as const;
    throw new RewardError("bad_options", `${JSON.stringify(header)} is no name of a header.`);
  });
  return Object.fromEntries(entries);
}
