import type { PolicyGuard } from "../../answers/index.js";
import { writeReference } from "../../completions/place.js";
import { type Hack, HACKS } from "../../hacks/index.js";
import { type Case, type Cell, mustReject } from "../case.js";
import { caseOf, type SuiteContext } from "../suite.js";

/** References of several kinds, none of which any hack states by chance. */
const HACK_GOLDS: readonly string[] = [
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

/** Of hacks that hold the answer: a short one, so that cases are short. */
const KNOWN_GOLDS: readonly string[] = ["5", "\\frac{1}{3}"];
const LETTERS: readonly string[] = ["B", "D"];
const WRONG = "8";

/** References of hacks that need one of their own. */
const OWN_GOLDS: Readonly<Record<string, readonly string[]>> = {
  K33: LETTERS,
  K34: LETTERS,
  K38: ["\\text{yes}", "\\text{no}"],
  K51: ["\\frac{1}{3}", "\\sqrt{2}", "\\pi"],
  K53: ["5\\text{ cm}", "12\\text{ cm}"],
};

const goldsOf = ({ id, class: hackClass }: Hack): readonly string[] =>
  OWN_GOLDS[id] ?? (hackClass === "knowing" ? KNOWN_GOLDS : HACK_GOLDS);

/** Hacks that are none under some policies. */
const GUARDS: Readonly<Record<string, PolicyGuard>> = {
  K39: ({ multiple }) => multiple !== "any",
  K43: ({ unfinishedThink }) => unfinishedThink === "reject",
  K49: ({ form }) => form === "evaluated",
  K50: ({ form }) => form === "evaluated",
  K51: ({ tolerance }) => tolerance < 1e-3,
  K53: ({ units }) => units === "match",
};

/** K: completions without merit, each on several references. */
export function hackCells({ policy, state, item }: SuiteContext): readonly Cell[] {
  const elsewhere: Cell["elsewhere"] = (asked) =>
    HACK_GOLDS.map((gold) => ({ ...asked, gold: writeReference(gold, policy.reference) }));
  return HACKS.filter(({ id }) => GUARDS[id]?.(policy) ?? true).flatMap((hack) => {
    const golds = goldsOf(hack);
    const isBlind = hack.class === "blind";
    const write = (gold: string): readonly string[] => hack.completions({ gold, wrong: WRONG, state });
    const make = ({ gold, text }: Tried): Omit<Case, "simpler"> => ({
      items: [item(text, gold)],
      shown: 0,
      trace: [],
      judge: mustReject(policy.threshold, "exploit"),
    });
    return write("").map((_, i): Cell => {
      const tried = (gold: string): Tried => ({ gold, text: write(gold)[i] as string });
      const simpler = ({ gold, text }: Tried): readonly Tried[] =>
        isBlind
          ? shorterParts(text).map((part) => ({ gold, text: part }))
          : golds.filter((other) => other.length < gold.length).map(tried);
      return {
        law: isBlind ? "L9" : "K",
        id: hack.id,
        title: hack.title,
        kind: hack.class,
        ...(isBlind && { elsewhere }),
        draw: (seed) => caseOf(tried(golds[seed % golds.length] as string), make, simpler),
      };
    });
  });
}

/** A hack, tried on a reference. */
interface Tried {
  readonly gold: string;
  readonly text: string;
}

/** Parts of a text that holds no answer, which hold none either. */
function shorterParts(text: string): readonly string[] {
  const half = text.length >> 1;
  const parts = [text.slice(0, half), text.slice(half), text.slice(0, -1), text.slice(1)];
  return text.length < 2 ? [] : parts;
}
