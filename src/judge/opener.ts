import { saysSomething } from "../text/index.js";

/**
 * How a solution begins that has not been given: "master keys", for which language models that judge are known to give
 * full marks (arXiv:2507.08794), in twenty languages.
 */
const OPENERS: ReadonlySet<string> = new Set([
  "thought process",
  "solution",
  "answer",
  "final answer",
  "let s solve this problem step by step",
  "let s think step by step",
  "let us solve this problem step by step",
  "思考过程",
  "解",
  "解答",
  "答案",
  "让我们一步一步地思考",
  "让我们逐步解决这个问题",
  "解説",
  "かいせつ",
  "풀이",
  "해설",
  "solución",
  "respuesta",
  "proceso de pensamiento",
  "lösung",
  "gedankengang",
  "raisonnement",
  "réponse",
  "soluzione",
  "ragionamento",
  "solução",
  "raciocínio",
  "oplossing",
  "rozwiązanie",
  "решение",
  "ответ",
  "розв язання",
  "çözüm",
  "giải",
  "lời giải",
  "penyelesaian",
  "الحل",
  "समाधान",
  "วิธีทำ",
]);

const LONGEST = 80;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, " ")
    .trim();

/** Whether a text announces an answer and gives none: an opener alone, or punctuation alone. */
export function isOpener(text: string): boolean {
  if (!saysSomething(text, 0, text.length)) return true;
  return text.length <= LONGEST && OPENERS.has(plain(text));
}
