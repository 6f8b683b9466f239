import { type Quotient, quotient } from "../answers/index.js";

/** What an arithmetic expression is worth, and the numerals in it, in order. */
export interface Arithmetic {
  readonly value: Quotient;
  readonly numerals: readonly string[];
}

/** `ascii`: `+ - * /`, on one line, as Python reads them. `any`: also `× · ÷ −` and line breaks. */
export type Notation = "ascii" | "any";

/** Longer expressions are refused, which bounds the digits and the depth of what is evaluated. */
const LONGEST = 1000;
const SYNONYMS: Readonly<Record<string, string>> = { "×": "*", "·": "*", "÷": "/", "−": "-" };
const ANY = /[×·÷−]/g;
/** A numeral without leading zeros, perhaps with a point at its end, or an operator. */
const TOKEN = /[ \t]*(?:(0|[1-9]\d*)\.?(?![\d.])|([-+*/()]))/y;
const ANY_SPACE = /[ \t\r\n]+/g;

interface Reader {
  readonly tokens: readonly string[];
  readonly numerals: string[];
  next: number;
}

function tokenize(text: string): readonly string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    tokens.push((match[1] ?? match[2]) as string);
    if (TOKEN.lastIndex === text.length) return tokens;
  }
  return null;
}

/** The operator at hand if it is one of two; it is passed over. */
function takeOperator(reader: Reader, [first, second]: readonly [string, string]): string | null {
  const token = reader.tokens[reader.next];
  if (token !== first && token !== second) return null;
  reader.next++;
  return token;
}

function readFactor(reader: Reader): Quotient | null {
  const token = reader.tokens[reader.next++];
  if (token === "(") {
    const inner = readSum(reader);
    return reader.tokens[reader.next++] === ")" ? inner : null;
  }
  if (token === undefined || !/^\d/.test(token)) return null;
  reader.numerals.push(token);
  return { num: BigInt(token), den: 1n };
}

function readProduct(reader: Reader): Quotient | null {
  let value = readFactor(reader);
  for (
    let operator = takeOperator(reader, ["*", "/"]);
    operator !== null;
    operator = takeOperator(reader, ["*", "/"])
  ) {
    const by = readFactor(reader);
    if (value === null || by === null || (operator === "/" && by.num === 0n)) return null;
    value =
      operator === "*"
        ? { num: value.num * by.num, den: value.den * by.den }
        : quotient(value.num * by.den, value.den * by.num);
  }
  return value;
}

/** A sum, which may begin with one minus sign: `-1+4` is 4 - 1. A sign behind an operator is refused. */
function readSum(reader: Reader): Quotient | null {
  const isNegative = reader.tokens[reader.next] === "-";
  if (isNegative) reader.next++;
  const first = readProduct(reader);
  let value = first && { num: isNegative ? -first.num : first.num, den: first.den };
  for (
    let operator = takeOperator(reader, ["+", "-"]);
    operator !== null;
    operator = takeOperator(reader, ["+", "-"])
  ) {
    const by = readProduct(reader);
    if (value === null || by === null) return null;
    const added = operator === "+" ? by.num : -by.num;
    value = { num: value.num * by.den + added * value.den, den: value.den * by.den };
  }
  return value;
}

/**
 * Evaluates an expression of non-negative integers, `+ - * /` and parentheses, exactly. `null` for everything else:
 * other operators such as `**` and `//`, decimals, leading zeros, numbers side by side, a sign behind an operator, a
 * division by zero, or more than 1000 characters. Nothing is handed to an interpreter.
 */
export function evaluateArithmetic(text: string, notation: Notation = "any"): Arithmetic | null {
  if (text.length > LONGEST) return null;
  const isPlain = notation === "ascii";
  const plain = isPlain
    ? text
    : text.replace(ANY, (sign) => SYNONYMS[sign] as string).replace(ANY_SPACE, " ");
  const tokens = tokenize(plain.trimEnd());
  if (tokens === null) return null;
  const reader: Reader = { tokens, numerals: [], next: 0 };
  const value = readSum(reader);
  return value !== null && reader.next === tokens.length ? { value, numerals: reader.numerals } : null;
}
