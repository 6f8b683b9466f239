/** How an expression is written in LaTeX, where there are several ways. The first of each is the plain one. */
export interface Style {
  readonly fraction: "frac" | "dfrac" | "tfrac" | "cfrac" | "slash";
  /** `\frac12` where both are one digit. */
  readonly shortFraction: boolean;
  readonly product: "cdot" | "times" | "star" | "beside";
  readonly brackets: "round" | "left" | "big" | "Big";
  readonly space: "" | " " | "\\," | "\\;" | "\\!" | "~";
  /** `x^2` rather than `x^{2}`. */
  readonly bareScripts: boolean;
  /** `root`: `\sqrt[2]{u}`. `power`: `u^{\frac{1}{2}}`. */
  readonly squareRoot: "sqrt" | "root" | "power" | "bare";
  readonly thousands: "none" | "comma" | "braced" | "thin";
  readonly bars: "plain" | "left" | "vert";
  /** `braces`: `\sin{x}`. `bare`: `\sin x`, of one token. */
  readonly argument: "brackets" | "bare" | "braces" | "operatorname";
  readonly exponential: "power" | "exp" | "upright";
  readonly logarithm: "ln" | "log_e";
  readonly binomial: "binom" | "choose" | "dbinom" | "call";
  /** `π`, `−`, `×`. */
  readonly unicode: boolean;
  /** `2\frac{1}{2}` for a whole number and a proper fraction. */
  readonly mixed: boolean;
  /** `{x}` */
  readonly spareBraces: boolean;
  /** `.5` for `0.5`. */
  readonly barePoint: boolean;
}

/** Where commas separate entries, thousands are not separated. */
export const withoutThousands = (style: Style): Style =>
  style.thousands === "none" ? style : { ...style, thousands: "none" };

export const PLAIN_STYLE: Style = {
  fraction: "frac",
  shortFraction: false,
  product: "cdot",
  brackets: "round",
  space: "",
  bareScripts: false,
  squareRoot: "sqrt",
  thousands: "none",
  bars: "plain",
  argument: "brackets",
  exponential: "power",
  logarithm: "ln",
  binomial: "binom",
  unicode: false,
  mixed: false,
  spareBraces: false,
  barePoint: false,
};
