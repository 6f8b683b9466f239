import { SyntaxFailure } from "./failure.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣʸᵃᵇᵏᵐᵗ";
const SUPERSCRIPT_VALUES = "0123456789+-()nixyabkmt";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙᵢₓₐₖₘ";
const SUBSCRIPT_VALUES = "0123456789+-()nixakm";

const GREEK_LETTERS: Readonly<Record<string, string>> = {
  α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", ζ: "zeta", η: "eta", θ: "theta", ι: "iota",
  κ: "kappa", λ: "lambda", μ: "mu", µ: "mu", ν: "nu", ξ: "xi", π: "pi", ρ: "rho", σ: "sigma", τ: "tau",
  υ: "upsilon", φ: "phi", ϕ: "phi", χ: "chi", ψ: "psi", ω: "omega", Γ: "Gamma", Δ: "Delta", Θ: "Theta",
  Λ: "Lambda", Ξ: "Xi", Π: "Pi", Σ: "Sigma", Φ: "Phi", Ψ: "Psi", Ω: "Omega",
}; // prettier-ignore

const SYMBOLS: Readonly<Record<string, string>> = {
  "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "﹣": "-", "×": "\\times ", "✕": "\\times ", "·": "\\cdot ",
  "⋅": "\\cdot ", "∙": "\\cdot ", "•": "\\cdot ", "÷": "\\div ", "∕": "/", "⁄": "/", "∗": "*", "√": "\\sqrt ",
  "∛": "\\cbrt ", "∞": "\\infty ", "≤": "\\le ", "≦": "\\le ", "⩽": "\\le ", "≥": "\\ge ", "≧": "\\ge ",
  "⩾": "\\ge ", "≠": "\\ne ", "≈": "\\approx ", "≃": "\\approx ", "≅": "\\cong ", "≡": "\\equiv ", "∼": "\\sim ",
  "∈": "\\in ", "∉": "\\notin ", "⊂": "\\subset ", "⊆": "\\subseteq ", "∪": "\\cup ", "∩": "\\cap ",
  "∅": "\\emptyset ", "∖": "\\setminus ", "±": "\\pm ", "∓": "\\mp ", "°": "^\\circ ", "∑": "\\sum ",
  "∏": "\\prod ", "∫": "\\int ", "∂": "\\partial ", "∇": "\\nabla ", "∠": "\\angle ", "△": "\\triangle ",
  "→": "\\to ", "↦": "\\mapsto ", "⇒": "\\implies ", "⟹": "\\implies ", "⇔": "\\iff ", "∧": "\\land ",
  "∨": "\\lor ", "¬": "\\neg ", "∥": "\\parallel ", "⊥": "\\perp ", "∣": "|", "…": "\\ldots ",
  "⋯": "\\cdots ", "′": "'", "’": "'", "‘": "'", "″": "''", "“": '"', "”": '"', "⌊": "\\lfloor ",
  "⌋": "\\rfloor ", "⌈": "\\lceil ", "⌉": "\\rceil ", "⟨": "\\langle ", "⟩": "\\rangle ", "〈": "\\langle ",
  "〉": "\\rangle ", "ℝ": "\\mathbb{R}", "ℤ": "\\mathbb{Z}", "ℕ": "\\mathbb{N}", "ℚ": "\\mathbb{Q}",
  "ℂ": "\\mathbb{C}", "ⅈ": "i", "ⅇ": "e", "、": ",", "。": ". ", "【": "[", "】": "]", "㎝": "\\text{cm}",
  "㎞": "\\text{km}", "㎏": "\\text{kg}", "㎡": "\\text{m}^2", "℃": "\\text{degC}", "￥": "¥", "￡": "£", "∶": ":", "′′": "''",
  "∴": "\\therefore ", "✓": "\\checkmark ", "✔": "\\checkmark ", "✅": "\\checkmark ",
  "☑": "\\checkmark ", "□": "\\square ", "■": "\\blacksquare ", "∎": "\\blacksquare ", "\ufe0f": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\u2061": "", "\u2062": "",
}; // prettier-ignore

const FRACTIONS: Readonly<Record<string, string>> = {
  "½": "12", "⅓": "13", "⅔": "23", "¼": "14", "¾": "34", "⅕": "15", "⅖": "25", "⅗": "35", "⅘": "45", "⅙": "16",
  "⅚": "56", "⅛": "18", "⅜": "38", "⅝": "58", "⅞": "78", "⅐": "17", "⅑": "19",
}; // prettier-ignore

const TYPOGRAPHIC = /\P{ASCII}/u;
const SPECIAL = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱˣʸᵃᵇᵏᵐᵗ]+|[₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙᵢₓₐₖₘ]+|[\u2460-\u2473]+|\P{ASCII}/gu;
/** Numbers of statements, as in the choice `①③`. */
const CIRCLED = /[\u2460-\u2473]/g;
/** A number of square or cubic meters and nothing else, which LaTeX would not write like this. */
const AREA = /^(\$?[\d.,]+)m([²³][.$]?)$/;
const LONGEST_AREA = 40;
/** Digits each with a bar or dot that combines with it: the period of a repeating decimal. */
const BARRED_DIGITS = /(?:\d[\u0304\u0305])+/g;
const DOTTED_DIGIT = /(\d)\u0307/g;
const COMBINING = /[\u0304\u0305\u0307]/;
/** A micro sign right before the letters of a unit. */
const MICRO = /(?<=\d\s?)[μµ]([a-zA-Z]{1,2})(?![a-zA-Z])/gu;

const SURROGATE = /^[\ud800-\udfff]$/;

function translate(run: string, from: string, to: string): string {
  let result = "";
  for (const character of run) result += to[from.indexOf(character)] ?? "";
  return result;
}

/** Full-width forms, mathematical letters and spaces have a compatible plain form. */
function compatible(character: string): string {
  const plain = character.normalize("NFKC");
  if (!TYPOGRAPHIC.test(plain)) return plain;
  const greek = GREEK_LETTERS[plain];
  return greek === undefined ? character : `\\${greek} `;
}

function replacement(run: string, position: number): string {
  const first = run[0] ?? "";
  if (SURROGATE.test(run)) throw new SyntaxFailure("invalid_character", position);
  if (SUPERSCRIPTS.includes(first)) return `^{${translate(run, SUPERSCRIPTS, SUPERSCRIPT_VALUES)}}`;
  if (SUBSCRIPTS.includes(first)) return `_{${translate(run, SUBSCRIPTS, SUBSCRIPT_VALUES)}}`;
  if (first >= "①" && first <= "⑳")
    return run.replace(CIRCLED, (sign) => `${sign.normalize("NFKC")},`).slice(0, -1);
  const greek = GREEK_LETTERS[run];
  if (greek !== undefined) return `\\${greek} `;
  const fraction = FRACTIONS[run];
  if (fraction !== undefined) return `\\frac{${fraction[0] ?? ""}}{${fraction[1] ?? ""}}`;
  return SYMBOLS[run] ?? compatible(run);
}

function withMarkedDigits(source: string): string {
  if (!COMBINING.test(source)) return source;
  const barred = source.replace(BARRED_DIGITS, (run) => `\\overline{${run.replace(/\D/g, "")}}`);
  return barred.replace(DOTTED_DIGIT, "\\dot{$1}");
}

/**
 * Replaces typographic characters (`√`, `²`, `½`, `≤`, full-width forms) by the LaTeX that means the same. Letters of
 * other scripts stay.
 *
 * @throws SyntaxFailure for lone surrogates and NUL, which no text has.
 */
export function foldUnicode(source: string): string {
  const nul = source.indexOf("\0");
  if (nul >= 0) throw new SyntaxFailure("invalid_character", nul);
  if (!TYPOGRAPHIC.test(source)) return source;
  const area = source.length < LONGEST_AREA ? source.replace(AREA, "$1\\text{m}$2") : source;
  return withMarkedDigits(area).replace(MICRO, "\\mu\\text{$1}").replace(SPECIAL, replacement);
}
