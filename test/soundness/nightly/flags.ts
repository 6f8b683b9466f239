import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Flags {
  /** Pairs of each relation. */
  readonly pairs: number;
  /** Those of them that other systems are asked about. */
  readonly cross: number;
  readonly seed: number;
  /** The interpreter that has sympy. */
  readonly python: string;
}

/** The flags of both programs: each is handed the same. */
export function readFlags(): Flags {
  const { values } = parseArgs({
    options: {
      pairs: { type: "string", default: "100000" },
      cross: { type: "string", default: "5000" },
      seed: { type: "string", default: String(Date.now() % 1e9) },
      python: { type: "string", default: "python3" },
    },
  });
  const { pairs, cross, seed, python } = values;
  return { pairs: Number(pairs), cross: Number(cross), seed: Number(seed), python };
}
