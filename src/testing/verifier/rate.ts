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

/** Right answers accepted less wrong ones accepted: 1 is perfect, 0 is worth nothing. The interval is Newcombe's. */
export interface YoudensJ {
  readonly value: number;
  readonly low95: number;
  readonly high95: number;
}

/** How often a verifier is wrong. */
export interface VerifierRates {
  /** Wrong answers that were accepted. */
  readonly falsePositive: Rate;
  /** Right answers that were not. */
  readonly falseNegative: Rate;
  readonly youdenJ: YoudensJ;
}

export function youdensJ(accepted: Rate, wronglyAccepted: Rate): YoudensJ {
  const value = accepted.value - wronglyAccepted.value;
  const below = Math.hypot(accepted.value - accepted.low95, wronglyAccepted.high95 - wronglyAccepted.value);
  const above = Math.hypot(accepted.high95 - accepted.value, wronglyAccepted.value - wronglyAccepted.low95);
  return { value, low95: Math.max(-1, value - below), high95: Math.min(1, value + above) };
}
