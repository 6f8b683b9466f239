/** How a language is told from others. */
export interface Language {
  /** The script that its letters are of. */
  readonly script: ScriptName;
  /** Frequent words, where languages share the script. */
  readonly words?: ReadonlySet<string>;
  /** What a text in it has at least once, where that tells it from languages of the same letters. */
  readonly has?: RegExp;
  /** What a text in it does not have. */
  readonly lacks?: RegExp;
}

/** The name of a script, or of the scripts that are written together. */
type ScriptName =
  | "Latin"
  | "Cyrillic"
  | "Arabic"
  | "Devanagari"
  | "Bengali"
  | "Tamil"
  | "Telugu"
  | "Kannada"
  | "Gujarati"
  | "Gurmukhi"
  | "Malayalam"
  | "Thai"
  | "Hebrew"
  | "Greek"
  | "Hangul"
  | "Han"
  | "Japanese";

/** The letters of each script. */
export const SCRIPTS: Readonly<Record<ScriptName, RegExp>> = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Bengali: /\p{Script=Bengali}/gu,
  Tamil: /\p{Script=Tamil}/gu,
  Telugu: /\p{Script=Telugu}/gu,
  Kannada: /\p{Script=Kannada}/gu,
  Gujarati: /\p{Script=Gujarati}/gu,
  Gurmukhi: /\p{Script=Gurmukhi}/gu,
  Malayalam: /\p{Script=Malayalam}/gu,
  Thai: /\p{Script=Thai}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Greek: /\p{Script=Greek}/gu,
  Hangul: /[\p{Script=Hangul}\p{Script=Han}]/gu,
  Han: /\p{Script=Han}/gu,
  Japanese: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/gu,
};

const sharing = (script: ScriptName, words: string, lacks?: RegExp): Language => ({
  script,
  words: new Set(words.split(" ")),
  ...(lacks && { lacks }),
});

const CHINESE: Language = { script: "Han", lacks: /[\p{Script=Hiragana}\p{Script=Hangul}]/u };

/** The languages of IFEval and some that share their letters, by ISO 639-1 code. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map<string, Language>([
  [
    "en",
    sharing(
      "Latin",
      "the and of to a in is that it for you was with on as are be this have not but they from",
    ),
  ],
  [
    "es",
    sharing("Latin", "el la los las de que y en un una es por con para del se no su al lo más como pero"),
  ],
  [
    "pt",
    sharing("Latin", "o os as de que e em um uma é por com para do da se não no na ao mais como mas são"),
  ],
  [
    "fr",
    sharing(
      "Latin",
      "le la les de des et en un une est que qui pour dans du il ne pas sur au avec ce sont plus",
    ),
  ],
  [
    "de",
    sharing(
      "Latin",
      "der die das und ist in zu den von mit nicht ein eine es auf für im sich dem auch sie ich",
    ),
  ],
  [
    "it",
    sharing(
      "Latin",
      "il la le di che e in un una è per con del della non si i lo gli sono da più come ma al",
    ),
  ],
  [
    "nl",
    sharing("Latin", "de het een en van is dat in te niet op zijn voor met die aan er ook als maar om bij"),
  ],
  [
    "pl",
    sharing("Latin", "i w na z się nie do jest że to o jak ale po za od przez dla co są oraz przy tym być"),
  ],
  [
    "sv",
    sharing("Latin", "och att det i en är som på för av med den till inte ett har de om var men jag kan"),
  ],
  [
    "fi",
    sharing("Latin", "ja on ei se että hän oli ovat myös kun tai mutta joka niin kuin olla voi sen mitä jos"),
  ],
  [
    "sw",
    sharing("Latin", "na ya wa kwa ni katika za la cha kuwa hii ili au pia lakini yake kama sana watu hiyo"),
  ],
  [
    "vi",
    sharing("Latin", "và của là có không được trong cho một các với những này để người từ đã khi cũng như"),
  ],
  [
    "tr",
    sharing("Latin", "ve bir bu için de da ile olarak çok daha gibi ne olan kadar sonra ama değil her en"),
  ],
  [
    "id",
    sharing("Latin", "yang dan di untuk dengan ini itu dari dalam tidak pada adalah ke akan atau juga oleh"),
  ],
  [
    "ru",
    sharing(
      "Cyrillic",
      "и в не на что с он как это но они к у из за по для от так же был или мы вы я",
      /[іїєґ]/iu,
    ),
  ],
  [
    "uk",
    sharing("Cyrillic", "і в не на що з він як це але та до у із за по для від так також був або ми ви й є"),
  ],
  [
    "bg",
    sharing(
      "Cyrillic",
      "и в не на че с той като това но те към у от за по да се така също е или ние са",
      /[ыэёіїє]|ь(?!о)/iu,
    ),
  ],
  ["ar", sharing("Arabic", "في من على إلى أن هذا هذه التي الذي عن مع لا ما هو هي كان أو كل بين لم ذلك و")],
  ["fa", sharing("Arabic", "و در به از که این را با است برای آن یک می های ها شود تا بر هم خود کرد نیز")],
  ["ur", sharing("Arabic", "کے کی کا میں ہے اور سے کو نے پر یہ ہیں کہ ایک اس بھی کر تھا لیے نہیں جو تو")],
  ["hi", sharing("Devanagari", "के का की में है और से को ने पर यह हैं कि एक इस भी कर था लिए नहीं जो तो हो")],
  ["mr", sharing("Devanagari", "आणि आहे च्या हे या ते मध्ये नाही एक हा ही व तो की आहेत साठी पण होते केले त्या")],
  ["ne", sharing("Devanagari", "र छ को मा का हो लाई यो पनि गर्न छन् एक भएको गर्ने भने तर थियो उनी हुन्छ गरेको")],
  ["bn", { script: "Bengali" }],
  ["ta", { script: "Tamil" }],
  ["te", { script: "Telugu" }],
  ["kn", { script: "Kannada" }],
  ["gu", { script: "Gujarati" }],
  ["pa", { script: "Gurmukhi" }],
  ["ml", { script: "Malayalam" }],
  ["th", { script: "Thai" }],
  ["he", { script: "Hebrew" }],
  ["el", { script: "Greek" }],
  ["ko", { script: "Hangul", has: /\p{Script=Hangul}/u }],
  ["ja", { script: "Japanese", has: /[\p{Script=Hiragana}\p{Script=Katakana}]/u }],
  ["zh", CHINESE],
  ["zh-cn", CHINESE],
  ["zh-tw", CHINESE],
]);
