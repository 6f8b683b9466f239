const LAYOUT =
  "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits quad qquad mathstrut nonumber notag hfill hline noindent centering par newline linebreak enspace thinspace negthinspace medspace thickspace space allowbreak nobreak protect relax boldmath unboldmath rm bf it sf tt cal Huge huge LARGE Large large small footnotesize scriptsize tiny normalsize strut ensuremath checkmark blacksquare qed qedsymbol";

/** Commands that change how a formula looks and nothing else. */
export const LAYOUT_COMMANDS: ReadonlySet<string> = new Set(LAYOUT.split(" "));

/** Those whose one argument goes with them. */
export const DROPPED_WITH_ARGUMENT: ReadonlySet<string> = new Set([
  "hspace", "vspace", "phantom", "hphantom", "vphantom", "color", "label", "tag", "kern", "mspace", "hskip", "rule",
]); // prettier-ignore

/** Those whose argument stays: a box, a colour, a stroke. */
export const TRANSPARENT_COMMANDS: ReadonlySet<string> = new Set([
  "boxed", "fbox", "framebox", "underline", "underbrace", "mathop", "mathrel", "mathbin",
  "mathord", "mathopen", "mathclose", "smash", "displaylines", "emph", "hl", "bold", "pmb", "variable", "colorbox",
]); // prettier-ignore

/** The same after an argument that is dropped: `\textcolor{red}{…}`. */
export const COLOURED_COMMANDS: ReadonlySet<string> = new Set(["textcolor", "colorbox", "href"]);
