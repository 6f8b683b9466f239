import { InvalidArgumentError } from "commander";
import { RewardError } from "../../core/index.js";
import { createVerifier, type Policy } from "../../math/index.js";

function checked(policy: Partial<Policy>): Partial<Policy> {
  try {
    createVerifier(policy);
    return policy;
  } catch (error) {
    if (error instanceof RewardError) throw new InvalidArgumentError(`${error.message}.`);
    throw error;
  }
}

/** Adds one `--policy key=value` to those before it. */
export function addPolicy(flag: string, before: Partial<Policy>): Partial<Policy> {
  const [name = "", value, ...rest] = flag.split("=");
  if (value === undefined || rest.length > 0) throw new InvalidArgumentError("Give key=value.");
  return checked({ ...before, [name]: /^\d{1,3}$/.test(value) && name === "digits" ? Number(value) : value });
}
