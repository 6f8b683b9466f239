import { describe, expect, it } from "vitest";
import { isInLanguage, type LanguageCode } from "../../../../src/text/index.js";

const SENTENCES: readonly (readonly [code: LanguageCode, sentence: string])[] = [
  ["en", "The weather is nice today, and the children are playing in the park with their dog."],
  ["es", "El tiempo es bueno hoy y los niños están jugando en el parque con su perro."],
  ["pt", "O tempo está bom hoje e as crianças estão brincando no parque com o cachorro."],
  ["fr", "Il fait beau aujourd'hui et les enfants jouent dans le parc avec leur chien."],
  ["de", "Das Wetter ist heute schön, und die Kinder spielen mit dem Hund im Park."],
  ["it", "Il tempo è bello oggi e i bambini giocano nel parco con il loro cane."],
  ["nl", "Het weer is vandaag mooi en de kinderen spelen in het park met de hond."],
  ["pl", "Pogoda jest dzisiaj ładna i dzieci bawią się w parku z psem, bo nie pada."],
  ["sv", "Vädret är fint i dag och barnen leker i parken med en hund som är glad."],
  ["fi", "Sää on kaunis tänään ja lapset leikkivät puistossa koiran kanssa, kun ei sada."],
  ["sw", "Hali ya hewa ni nzuri leo na watoto wanacheza katika bustani na mbwa wao."],
  ["vi", "Thời tiết hôm nay đẹp và các em nhỏ đang chơi trong công viên với một con chó."],
  ["tr", "Bugün hava çok güzel ve çocuklar parkta bir köpek ile oynuyor, ama yarın daha soğuk."],
  ["id", "Cuaca hari ini cerah dan anak-anak bermain di taman dengan anjing yang lucu itu."],
  ["ru", "Погода сегодня хорошая, и дети играют в парке с собакой, но завтра будет дождь."],
  ["uk", "Погода сьогодні гарна, і діти грають у парку з собакою, але завтра буде дощ."],
  ["bg", "Времето днес е хубаво и децата играят в парка с кучето, но утре ще вали."],
  ["ar", "الطقس جميل اليوم والأطفال يلعبون في الحديقة مع الكلب الذي جاء من المنزل."],
  ["fa", "هوا امروز خوب است و کودکان در پارک با سگ بازی می کنند که از خانه آمد."],
  ["ur", "آج موسم اچھا ہے اور بچے پارک میں کتے کے ساتھ کھیل رہے ہیں۔"],
  ["hi", "आज मौसम अच्छा है और बच्चे पार्क में कुत्ते के साथ खेल रहे हैं।"],
  ["mr", "आज हवामान छान आहे आणि मुले बागेत कुत्र्यासोबत खेळत आहेत पण ते घरी नाही."],
  ["ne", "आज मौसम राम्रो छ र बच्चाहरू पार्कमा कुकुरसँग खेलिरहेका छन् तर यो को हो।"],
  ["bn", "আজ আবহাওয়া ভালো এবং শিশুরা পার্কে খেলছে।"],
  ["ta", "இன்று வானிலை நன்றாக உள்ளது."],
  ["te", "ఈ రోజు వాతావరణం బాగుంది."],
  ["kn", "ಇಂದು ಹವಾಮಾನ ಚೆನ್ನಾಗಿದೆ."],
  ["gu", "આજે હવામાન સારું છે."],
  ["pa", "ਅੱਜ ਮੌਸਮ ਚੰਗਾ ਹੈ।"],
  ["ml", "ഇന്ന് കാലാവസ്ഥ നല്ലതാണ്."],
  ["th", "วันนี้อากาศดี"],
  ["he", "מזג האוויר יפה היום."],
  ["el", "Ο καιρός είναι καλός σήμερα."],
  ["ko", "오늘은 날씨가 좋습니다."],
  ["ja", "今日は天気がいいです。"],
  ["zh", "今天天气很好，孩子们在公园里玩。"],
];

const codes = SENTENCES.map(([code]) => code);

describe.each(SENTENCES)("%s", (code, sentence) => {
  it("is seen", () => {
    expect(isInLanguage(sentence, code)).toBe(true);
  });

  it("is taken for no other language", () => {
    expect(codes.filter((other) => isInLanguage(sentence, other))).toEqual([code]);
  });
});

it.each([
  ["", "en"],
  ["1 + 1 = 2", "en"],
  ["P. P. P. P. P. P. P. P.", "en"],
  ["xq zzt brr fnord gnarl wibble quux plugh xyzzy", "en"],
  ["The weather is nice. 今天天气很好，孩子们在公园里玩，我们也去玩。", "en"],
] as const)("%j is not in %s", (text, code) => {
  expect(isInLanguage(text, code)).toBe(false);
});

it("forgives a formula and a name", () => {
  expect(isInLanguage("Die Formel ist E = mc² und sie ist von Albert Einstein, der αβ schrieb.", "de")).toBe(
    true,
  );
});
