/** A share, with its 95 % interval of Wilson. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly value: number;
  readonly low95: number;
  readonly high95: number;
}

const Z = 1.959963984540054;

export function rate(count: number, of: number): Rate {
  if (of === 0) return { count, of, value: 0, low95: 0, high95: 1 };
  const share = count / of;
  const denominator = 1 + (Z * Z) / of;
  const middle = (share + (Z * Z) / (2 * of)) / denominator;
  const half = (Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) / denominator;
  return {
    count,
    of,
    value: share,
    low95: count === 0 ? 0 : middle - half,
    high95: count === of ? 1 : middle + half,
  };
}
