/** More decimals than tell a tie from a double beside it. */
const FURTHER = 20;
const TIE = `5${"0".repeat(FURTHER - 1)}`;

/** Rounds a number to some decimals, 0 to 15, by its exact value and ties to even, as Python's `round`. */
export function roundHalfEven(value: number, decimals: number): number {
  const size = Math.abs(value);
  const exact = size.toFixed(decimals + FURTHER);
  const below = exact.slice(0, -FURTHER);
  const isDown = exact.endsWith(TIE) && /[02468]\.?$/.test(below);
  return Math.sign(value) * Number(isDown ? below : size.toFixed(decimals));
}
