const BAR_WIDTH = 24;

/** Often enough for the eye. */
export const REDRAWN_EVERY_MS = 100;

/** A bar that is full to a share from 0 to 1, with the share in percent. */
export function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return `${"█".repeat(full)}${"░".repeat(BAR_WIDTH - full)} ${Math.floor(share * 100)} %  `;
}
