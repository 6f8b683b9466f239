/** A count, with marks between thousands. */
export const count = (value: number): string => value.toLocaleString("en");

/** A count in short, as an axis has room for. */
export const shortCount = (value: number): string =>
  value.toLocaleString("en", { notation: "compact", maximumFractionDigits: 1 });

/** A count with the word for what is counted. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A number in three digits at most behind those of a whole one, or its power of ten. */
export function number(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 1e6)) return value.toExponential(1).replace("-", "−");
  return String(Number(value.toPrecision(Math.max(3, String(Math.trunc(size)).length)))).replace("-", "−");
}

/** A share in percent; what is not quite none or all never looks as if. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = (100 * part) / whole;
  if (part > 0 && share < 0.1) return "<0.1 %";
  if (part < whole && share > 99.9) return ">99.9 %";
  return `${share.toFixed(share > 0 && share < 10 ? 1 : 0)} %`;
}

/** A duration. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${number(milliseconds / 1000)} s`;
  return milliseconds >= 1 ? `${number(milliseconds)} ms` : `${number(milliseconds * 1000)} µs`;
}
