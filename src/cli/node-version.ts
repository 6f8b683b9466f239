const OLDEST = [20, 19] as const;

/** The oldest Node that runs this package, as package.json says. */
export const OLDEST_NODE: string = OLDEST.join(".");

/** Whether this package runs on a version of Node. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
