import { type Cell, fixedCase, mustAccept, mustReject } from "../case.js";
import type { SuiteContext } from "../suite.js";
import { SIMPLE, TRAPS } from "./trap-table.js";

/** L3: what weak comparisons take for different. */
export const simpleCells = ({ policy, state, item }: SuiteContext): readonly Cell[] =>
  SIMPLE.map(([gold, candidate, title]) => ({
    law: "L3",
    id: title.startsWith("dots") ? "S37" : `simple: ${title}`,
    title,
    kind: "trap",
    draw: () => fixedCase([item(state(candidate), gold)], mustAccept(policy.threshold)),
  }));

const HAS_UNIT = /\\text\{ |\\\$/;

/** L5: what weak comparisons take for the same. */
export const trapCells = ({ policy, state, item }: SuiteContext): readonly Cell[] =>
  TRAPS.filter(([gold]) => policy.units === "match" || !HAS_UNIT.test(gold)).map(
    ([gold, candidate, title]) => ({
      law: "L5",
      id: `trap: ${title}`,
      title,
      kind: "trap",
      draw: () => fixedCase([item(state(candidate), gold)], mustReject(policy.threshold)),
    }),
  );
