/** Characters of each completion. */
const LENGTH = 24_000;

/** mulberry32: the same numbers from the same seed, everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = (words) => words.split(" ");
const NOUNS = list(
  "triangle circle sum product sequence number root polynomial matrix vector angle side area volume probability set function derivative integral limit fraction ratio remainder divisor prime factor digit square cube point line plane distance radius segment vertex edge graph path term coefficient exponent base interval value total price train hour minute litre marble card student team week basket ticket recipe garden ladder shadow rectangle hexagon diagonal median altitude bisector chord tangent parabola slope intercept average variance sample",
);
const VERBS = list(
  "find compute add multiply divide compare substitute expand factor simplify rewrite check count choose draw solve bound estimate reduce combine collect cancel apply recall evaluate sketch list split square isolate invert differentiate integrate",
);
const QUALITIES = list(
  "positive negative even odd distinct equal larger smaller first second last remaining whole real integer common greatest least given unknown correct obvious consecutive opposite adjacent similar perpendicular parallel constant linear quadratic",
);
const OPENERS = [
  "So",
  "Now",
  "Wait,",
  "But",
  "Then",
  "Hmm,",
  "First, I",
  "Next, we",
  "Since",
  "Therefore",
  "Let me",
  "That means",
  "Alternatively,",
  "We know that",
  "It follows that",
  "If",
  "Because",
  "In other words,",
  "To be sure,",
  "Going back,",
];
const LINKS = list(
  "and so but because which that where when if while of in with for from by to over under between without against about after before than as then",
);
const LETTERS = list("x y z a b c n m k r t p q s");
const CJK = [
  "让我们先验证这个结果是否正确。",
  "因此三角形的面积等于底乘以高的一半,",
  "接下来考虑剩下的情况:",
  "したがって、求める値は次のようになる。",
  "注意这里的余数不能为零。",
];
const SIGNS = ["×", "≤", "—", "√", "π", "’", "≈", "°"];

/** Of the sentences of a long thought, the share that say what has been said. */
const RESTATED = 0.2;

/** Writes what a reasoning model writes: words, numbers, LaTeX, numbered steps, and other scripts if it `isWide`. */
function writerFrom(random, isWide) {
  const pick = (items) => items[Math.floor(random() ** 1.5 * items.length)];
  const number = () => Math.floor(random() ** 3 * 2000);
  const formulas = [
    () => `$${pick(LETTERS)} = ${number()}$`,
    () => `\\(${pick(LETTERS)}^2 + ${number()}${pick(LETTERS)} - ${number()} = 0\\)`,
    () => `$\\frac{${number()}}{${number()}}$`,
    () => `\\(\\sqrt{${number()}} < ${pick(LETTERS)}_{${number()}}\\)`,
    () => `${number()} * ${number()} = ${number()}`,
    () =>
      `\n\\[\n\\sum_{${pick(LETTERS)}=1}^{${number()}} ${pick(LETTERS)} = \\text{${pick(NOUNS)}} \\cdot ${number()}\n\\]\n`,
  ];
  const words = [
    () => `the ${pick(NOUNS)}`,
    () => `the ${pick(QUALITIES)} ${pick(NOUNS)}`,
    () => `${pick(VERBS)} ${number()} ${pick(NOUNS)}s`,
    () => `we ${pick(VERBS)} it`,
    () => `is ${pick(QUALITIES)}`,
    () => pick(LINKS),
    () => pick(LINKS),
    () => pick(formulas)(),
    () => (isWide && random() < 0.3 ? pick(SIGNS) : `${number()}`),
  ];
  const sentence = () => {
    const count = 3 + Math.floor(random() * 7);
    const phrases = Array.from({ length: count }, () => pick(words)());
    return `${pick(OPENERS)} ${phrases.join(" ")}${random() < 0.1 ? "?" : "."}`;
  };
  const written = [];
  const said = () => {
    if (written.length > 0 && random() < RESTATED) return pick(written);
    written.push(sentence());
    return written.at(-1);
  };
  return (step) => {
    const count = 2 + Math.floor(random() * 4);
    const sentences = Array.from({ length: count }, said);
    if (isWide && random() < 0.3) sentences.push(pick(CJK));
    return `${random() < 0.3 ? `Step ${step}: ` : ""}${sentences.join(" ")}\n${random() < 0.4 ? "\n" : ""}`;
  };
}

/**
 * Completion `i`, the same text every time: reasoning of a math model in think and answer tags. One in eight is written
 * in wider scripts too, one in sixteen is cut off in its thinking.
 */
export function completion(i, length = LENGTH) {
  const write = writerFrom(randomFrom(i), i % 8 === 3);
  const head = "<think>\n";
  const tail = `\n</think>\n<answer>\nThe answer is $\\boxed{${i}}$.\n</answer>`;
  let text = head;
  for (let step = 1; text.length < length; step++) text += write(step);
  return i % 16 === 7 ? text.slice(0, length) : text.slice(0, length - tail.length) + tail;
}

/** The first `count` completions. */
export function completions(count) {
  return Array.from({ length: count }, (_, i) => completion(i));
}

const PIECE = / ?[a-z]+|\d|\s+|[^a-z\d\s]/gi;

/** Ids of tokens such as a byte-pair tokenizer makes: a word, a digit or a sign each, the same in all texts. */
export function createTokenizer() {
  const ids = new Map();
  return (text) =>
    text.match(PIECE).map((piece) => {
      if (!ids.has(piece)) ids.set(piece, ids.size);
      return ids.get(piece);
    });
}
