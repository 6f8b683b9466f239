import { describe, expect, it } from "vitest";
import {
  languageConsistency,
  type LanguageConsistencyOptions,
  type RolloutReward,
  scoreGroups,
} from "../../../src/index.js";
import { scoreOf, scoresOf } from "./scoring.js";

const TEXTS = {
  en: "First we add the two numbers, and then we divide the sum by three. The result is not a prime, so we have to try again with the next one.",
  de: "Zuerst addieren wir die beiden Zahlen, und dann teilen wir die Summe durch drei. Das Ergebnis ist nicht prim, also müssen wir es mit der nächsten versuchen.",
  fr: "D'abord on additionne les deux nombres, puis on divise la somme par trois. Le résultat n'est pas premier, donc il faut essayer avec le suivant.",
  es: "Primero sumamos los dos números y luego dividimos la suma por tres. El resultado no es primo, así que hay que probar con el siguiente.",
  pt: "Primeiro somamos os dois números e depois dividimos a soma por três. O resultado não é primo, então temos que tentar com o seguinte.",
  it: "Prima sommiamo i due numeri e poi dividiamo la somma per tre. Il risultato non è primo, quindi dobbiamo provare con il prossimo della lista.",
  nl: "Eerst tellen we de twee getallen op en dan delen we de som door drie. Het resultaat is niet priem, dus we moeten het met het volgende proberen.",
  pl: "Najpierw dodajemy te dwie liczby, a potem dzielimy sumę przez trzy. Wynik nie jest liczbą pierwszą, więc musimy spróbować z następną.",
  tr: "Önce iki sayıyı topluyoruz ve sonra toplamı üçe bölüyoruz. Sonuç asal bir sayı değil, bu yüzden sonraki ile tekrar denememiz gerekiyor.",
  vi: "Trước hết ta cộng hai số đó lại, sau đó ta chia tổng cho ba. Kết quả không phải là số nguyên tố nên ta thử với số tiếp theo.",
  sw: "Kwanza tunajumlisha namba hizo mbili, na kisha tunagawanya jumla kwa tatu. Jibu la hesabu hii si namba tasa, kwa hivyo ni lazima tujaribu na namba ya pili katika orodha.",
  ru: "Сначала мы складываем два числа, а потом делим сумму на три. Результат не простое число, так что надо попробовать следующее.",
  uk: "Спочатку ми додаємо два числа, а потім ділимо суму на три. Результат не є простим числом, отже треба спробувати наступне.",
  ar: "أولا نجمع العددين ثم نقسم المجموع على ثلاثة. الناتج ليس عددا أوليا لذلك يجب أن نحاول مع العدد الذي يأتي بعد هذا.",
  fa: "ابتدا دو عدد را با هم جمع می‌کنیم و سپس مجموع را بر سه تقسیم می‌کنیم. این عدد اول نیست پس باید با عدد بعدی امتحان کنیم.",
  hi: "पहले हम दोनों संख्याओं को जोड़ते हैं और फिर योग को तीन से भाग देते हैं।",
  mr: "आधी आपण त्या दोन संख्या मिळवतो आणि मग ती बेरीज तीनने भागतो. हे उत्तर मूळ संख्या नाही, म्हणून आपल्याला पुढच्या संख्येने पुन्हा करून बघावे लागेल, पण ते सोपे आहे.",
  ne: "पहिले हामी ती दुई संख्या जोड्छौं र त्यो योगफल तीनले भाग गर्छौं। यो संख्या अभाज्य होइन, त्यसैले हामीले अर्को संख्या लिएर फेरि प्रयास गर्न सक्छौं, तर यो सजिलो छ।",
  ko: "먼저 두 수를 더한 다음 합을 삼으로 나눕니다. 결과는 소수가 아니므로 다음 수로 다시 시도해야 합니다.",
  zh: "首先把两个数相加，然后把和除以三。结果不是质数，所以我们要用下一个数再试一次。",
  ja: "まず二つの数を足して、その和を三で割ります。結果は素数ではないので、次の数でもう一度試します。",
} as const;

type Code = keyof typeof TEXTS;
const codes = Object.keys(TEXTS) as Code[];
const thought = (text: string): string => `<think>\n${text}\n</think>\n\\boxed{42}`;
const inLanguage = (language: Code, options?: LanguageConsistencyOptions): RolloutReward =>
  languageConsistency({ language, ...options });

describe("language_consistency", () => {
  it.each(codes)("tells %s from the others", async (code) => {
    const scores = await scoresOf(
      inLanguage(code),
      codes.map((other) => thought(TEXTS[other])),
    );
    const told = codes.map((other, i) => [other, (scores[i] as number) > 0.5] as const);
    expect(told).toEqual(codes.map((other) => [other, other === code]));
    expect(scores[codes.indexOf(code)]).toBeGreaterThan(0.9);
  });

  it.each([
    ["en", "zh"],
    ["en", "de"],
    ["zh", "en"],
    ["zh", "ja"],
    ["ru", "en"],
    ["de", "fr"],
  ] as const)("gives %s mixed with %s a part", async (asked, other) => {
    const score = await scoreOf(inLanguage(asked), thought(`${TEXTS[asked]}\n${TEXTS[other]}`));
    expect(score).toBeGreaterThan(0.2);
    expect(score).toBeLessThan(0.85);
  });

  it("judges the thinking unless told otherwise, and all where no thinking is marked", async () => {
    const text = `<think>${TEXTS.en}</think>${TEXTS.zh}${TEXTS.zh}`;
    expect(await scoreOf(inLanguage("en"), text)).toBe(1);
    expect(await scoreOf(inLanguage("en", { scope: "completion" }), text)).toBeLessThan(0.5);
    expect(await scoreOf(inLanguage("en"), TEXTS.en)).toBe(1);
    expect(await scoreOf(inLanguage("en"), `<think>${TEXTS.en}`)).toBe(1);
  });

  it("does not count code, math, tags and addresses", async () => {
    const code = "```python\nfür = [wir, die, und]\n```";
    const text = `${TEXTS.zh} $x = \\text{value}$ \`print(total)\` <b>\\alpha</b> https://example.com/a-long-path`;
    expect(await scoreOf(inLanguage("en"), thought(`${TEXTS.en} ${code}`))).toBe(1);
    expect(await scoreOf(inLanguage("zh"), thought(text))).toBe(1);
  });

  it("gives too few words nothing", async () => {
    const text = thought("So we add the two of them.");
    expect(await scoreOf(inLanguage("en"), text)).toBe(0);
    expect(await scoreOf(inLanguage("en", { minWords: 5 }), text)).toBe(1);
  });

  it("is 1 from the share that is asked for, by the preset of eval-protocol 60 %", async () => {
    const text = `${TEXTS.en} ${TEXTS.en} ${TEXTS.zh}`;
    const [strict, lenient] = await Promise.all([
      scoreOf(inLanguage("en", { scope: "completion" }), text),
      scoreOf(inLanguage("en", { preset: "eval-protocol" }), text),
    ]);
    expect(strict).toBeLessThan(0.65);
    expect(lenient).toBeCloseTo(Math.min(1, (strict as number) / 0.6), 12);
  });

  it("takes the row's language, and has no opinion where it is not known", async () => {
    const groups = ["de", "German", "de-AT", "en", null, "klingon", "", 7].map((language) => ({
      columns: { language: language as string | null },
      completions: [TEXTS.de],
    }));
    const { scores, verdicts } = await scoreGroups(groups, languageConsistency());
    expect(scores.language_consistency?.flat()).toEqual([1, 1, 1, 0, 0, null, null, null]);
    expect(verdicts.language_consistency?.[5]).toEqual([
      { status: "undetermined", fault: "reference", reason: "unknown_language" },
    ]);
  });

  it("refuses a language that it cannot tell", () => {
    expect(() => languageConsistency({ language: "tlh" } as never)).toThrow(
      expect.objectContaining({ code: "bad_options" }),
    );
  });
});
