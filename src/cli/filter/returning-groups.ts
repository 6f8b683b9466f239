import { createHash } from "node:crypto";

/** So many groups are remembered at most: what would come later is a hint, and not worth the memory. */
const MAX_REMEMBERED = 1_000_000;

/** As many as a number holds: of a million groups, two have the same by chance in one of 600 runs. */
const HASH_BYTES = 6;

/** Tells whether a group was there before, as far as it is remembered. */
export function returningGroups(maxRemembered: number = MAX_REMEMBERED): (key: string) => boolean {
  const seen = new Set<number>();
  return (key) => {
    const hash = createHash("sha1").update(key).digest().readUIntBE(0, HASH_BYTES);
    if (seen.has(hash)) return true;
    if (seen.size < maxRemembered) seen.add(hash);
    return false;
  };
}
