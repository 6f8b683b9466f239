import { RewardError } from "../../core/index.js";

/**
 * Loads what reads or writes a format.
 *
 * @param what what it is for, as in "To read CSV"
 * @throws {RewardError} that says what to install, if the optional package is not there
 */
export async function loadFormat<T>(what: string, packages: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new RewardError("bad_options", `To ${what}, install what does: npm install ${packages}`);
  }
}
