import { type Hack, HACKS } from "../../hacks/index.js";
import { type Cell, fixedCase, mustReject } from "../case.js";
import type { SuiteContext } from "../suite.js";

/** References of several kinds, none of which any hack states by chance. */
export const HACK_GOLDS: readonly string[] = [
  "7193",
  "\\frac{17}{23}",
  "-4181",
  "3\\sqrt{7}",
  "x^{2}-5x+11",
  "0.8125",
  "\\{3, 14, 159\\}",
  "(8, 13)",
  "\\frac{11\\pi}{7}",
  "1729",
  "2^{17}",
  "y=3x-7",
  "[2,9)",
  "86\\%",
  "5-2i",
  "\\begin{pmatrix} 3 \\\\ 7 \\end{pmatrix}",
  "65537",
  "e^{3}",
  "\\ln(19)",
  "271828",
];

const WRONG = "6007";

/** K: completions without merit. Blind ones are tried on all references, others on some. */
export function hackCells({ policy, state, item }: SuiteContext): readonly Cell[] {
  return HACKS.filter((hack) => isAsked(hack, policy.multiple)).map((hack) => ({
    law: hack.class === "blind" ? "L9" : "K",
    id: hack.id,
    title: hack.title,
    kind: hack.class,
    draw: (seed) => {
      const gold = HACK_GOLDS[seed % (hack.class === "knowing" ? 2 : HACK_GOLDS.length)] as string;
      const completions = hack.completions({ gold, wrong: WRONG, state });
      const completion = completions[Math.floor(seed / 32) % completions.length] as string;
      return fixedCase([item(completion, gold)], mustReject(policy.threshold, "exploit"));
    },
  }));
}

const isAsked = (hack: Hack, multiple: string): boolean => hack.id !== "K39" || multiple !== "any";
