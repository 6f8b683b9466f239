import fc from "fast-check";
import type { Pick } from "../expression.js";
import type { Kind } from "../kind.js";

interface Quantity {
  /** In the smallest unit of the family: a whole number, so that nothing is rounded. */
  readonly amount: number;
  readonly family: readonly Unit[];
  readonly unit: number;
}
interface Unit {
  readonly name: string;
  readonly size: number;
}

const units = (sizes: Readonly<Record<string, number>>): readonly Unit[] =>
  Object.entries(sizes).map(([name, size]) => ({ name, size }));

const FAMILIES = [
  units({ mm: 1, cm: 10, m: 1000, km: 1_000_000 }),
  units({ mg: 1, g: 1000, kg: 1_000_000 }),
  units({ s: 1, min: 60, h: 3600 }),
  units({ mL: 1, L: 1000 }),
];

/** A terminating decimal, or a fraction. */
function numeral(numerator: number, denominator: number, pick: Pick): string {
  const decimal = numerator / denominator;
  if (/^\d+(?:\.\d{1,6})?$/.test(String(decimal)) && pick(3) > 0) return String(decimal);
  return denominator === 1 ? String(numerator) : `\\frac{${numerator}}{${denominator}}`;
}

const UNIT_STYLES: readonly ((name: string) => string)[] = [
  (name) => `\\text{ ${name}}`,
  (name) => `\\,\\mathrm{${name}}`,
  // A letter alone is a variable.
  (name) => (name.length > 1 ? ` ${name}` : `\\text{${name}}`),
];

const unitOf = ({ family, unit }: Quantity): Unit => family[unit % family.length] ?? { name: "", size: 1 };

/** A number of units. */
export const quantity: Kind<Quantity> = {
  start: fc
    .tuple(
      fc.constantFrom(...FAMILIES),
      fc.nat({ max: 3 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([family, unit, count, quarters]) => {
      const { size } = family[unit % family.length] ?? { size: 1 };
      return { family, unit, amount: size >= 60 ? (count * quarters * size) / 4 : count };
    }),
  rewrite: (each, pick) => ({ ...each, unit: pick(each.family.length) }),
  slip: (each, pick) => {
    const { size } = unitOf(each);
    const other = pick(each.family.length);
    const changed = [
      { ...each, amount: each.amount + size },
      { ...each, amount: each.amount * 10 },
      { ...each, amount: (each.amount / size) * (each.family[other]?.size ?? 1), unit: other },
    ];
    return changed[pick(changed.length)] ?? each;
  },
  judge: (a, b) => (a.family === b.family && a.amount === b.amount ? "equal" : "different"),
  write: (a, b, pick) => {
    const write = (each: Quantity): string => {
      const { name, size } = unitOf(each);
      return numeral(each.amount, size, pick) + (UNIT_STYLES[pick(UNIT_STYLES.length)]?.(name) ?? "");
    };
    const sympy = (each: Quantity): string =>
      `((${each.amount}/${unitOf(each).size})*(${unitOf(each).size}))`;
    return { reference: write(a), answer: write(b), sympy: [sympy(a), sympy(b)], scalars: null };
  },
};

interface Share {
  /** In tenths of a per cent. */
  readonly tenths: number;
  readonly isPercent: boolean;
}

/** What a share may mean under the default policy, in tenths of a per cent: `5\%` is 0.05, and also 5. */
const meanings = ({ tenths, isPercent }: Share): readonly number[] =>
  isPercent ? [tenths, 100 * tenths] : [tenths];

/** A share in per cent, as a decimal or as a fraction. */
export const percentage: Kind<Share> = {
  start: fc.record({ tenths: fc.integer({ min: 1, max: 2000 }), isPercent: fc.boolean() }),
  rewrite: (share) => ({ ...share, isPercent: !share.isPercent }),
  slip: ({ tenths, isPercent }, pick) => {
    const changed = [tenths + 1, tenths * 10, tenths + 10 + pick(90), tenths * 100];
    return { tenths: changed[pick(changed.length)] ?? tenths, isPercent };
  },
  judge: (a, b) => {
    if (a.tenths === b.tenths) return "equal";
    if (a.isPercent === b.isPercent) return "different";
    return meanings(a).some((each) => meanings(b).includes(each)) ? "unclear" : "different";
  },
  write: (a, b, pick) => {
    const write = ({ tenths, isPercent }: Share): string =>
      isPercent ? `${tenths / 10}${pick(2) === 0 ? "\\%" : " \\%"}` : numeral(tenths, 1000, pick);
    const sympy = ({ tenths }: Share): string => `(${tenths}/1000)`;
    return { reference: write(a), answer: write(b), sympy: [sympy(a), sympy(b)], scalars: null };
  },
};
