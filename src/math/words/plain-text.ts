const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const TILDE = 0x7e;

/** Commands that only style their argument; they and its braces stand for nothing. */
const STYLES: ReadonlySet<string> = new Set([
  ..."text textbf textit textrm textsf texttt textup textnormal emph mbox hbox".split(" "),
  ..."mathrm mathbf mathit mathsf mathtt mathnormal operatorname boldsymbol bm".split(" "),
  ..."rm bf it sf tt normalfont displaystyle textstyle left right limits".split(" "),
]);

const SPACES: ReadonlySet<string> = new Set([",", ";", ":", ">", " ", "\n", "\\", "quad", "qquad", "space"]);

/** Spaces as wide as a word's or wider; the thin ones also group the digits of a number. */
const BLANKS: ReadonlySet<string> = new Set([" ", "\n", "quad", "qquad"]);

/** Escaped characters and commands for a character that words use. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...Array.from("%$&#_", (character) => [character, character] as const),
  ["!", ""],
  ["/", ""],
  ["emptyset", "∅"],
  ["varnothing", "∅"],
  ["oslash", "∅"],
  ["dots", "…"],
  ["ldots", "…"],
]);

/** What a text without it stands for as it is. */
const MARKUP = /[\\~{}]/;
const COMMAND = /\\(?:[A-Z]+|[^A-Z])/iy;
const BRACE = /[ \t\n]{0,8}\{/y;

/** The command that starts at `index`, without its backslash. */
function commandAt(text: string, index: number): string {
  COMMAND.lastIndex = index;
  return COMMAND.exec(text)?.[0].slice(1) ?? "";
}

/** Index after the `{` that a style applies to, or `index` if it has none. */
function afterBrace(text: string, index: number): number {
  BRACE.lastIndex = index;
  return BRACE.test(text) ? BRACE.lastIndex : index;
}

const WIDE = /[\uff01-\uff5e]/;

/** The characters of full-width forms, as in `（Ｂ）`, are those of ASCII, shifted. */
function toHalfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/**
 * A text with what `stands` gives for each of its commands; styles lose their braces too. `null` if one of them stands
 * for nothing.
 */
function replaceCommands(text: string, stands: (command: string) => string | null): string | null {
  const styled: boolean[] = [];
  let plain = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) {
      const command = commandAt(text, i);
      const style = STYLES.has(command);
      const character = style ? " " : stands(command);
      if (character === null) return null;
      plain += character;
      i += command.length;
      const inside = style ? afterBrace(text, i + 1) : i + 1;
      if (inside > i + 1) styled.push(true);
      i = inside - 1;
    } else if (unit === OPEN) {
      styled.push(false);
      plain += "{";
    } else if (unit === CLOSE) plain += styled.pop() === true ? " " : "}";
    else plain += unit === TILDE ? " " : text.charAt(i);
  }
  return plain;
}

/** A text without the LaTeX that only styles it; everything else stays, so that math in it can still be parsed. */
export function withoutStyles(text: string): string {
  const half = toHalfWidth(text);
  if (!MARKUP.test(half)) return half;
  return replaceCommands(half, (command) => (BLANKS.has(command) ? " " : `\\${command}`)) ?? half;
}

/**
 * What a text says without the LaTeX that only styles it: `\textbf{(B)}\ 42` is `(B) 42`. Each style and space
 * command becomes a space; other braces stay. Linear in the length of the text.
 *
 * @param more - what further commands stand for, by their names
 * @returns `null` if the text holds any other command: it is math
 */
export function plainText(text: string, more?: ReadonlyMap<string, string>): string | null {
  const half = toHalfWidth(text);
  if (!MARKUP.test(half)) return half;
  return replaceCommands(half, (command) =>
    SPACES.has(command) ? " " : (more?.get(command) ?? CHARACTERS.get(command) ?? null),
  );
}
