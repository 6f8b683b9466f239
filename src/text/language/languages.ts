import type { Script } from "./scripts.js";

/** What is known of a language. */
export interface Language {
  readonly name: string;
  readonly scripts: readonly Script[];
  /** Its most frequent words, where other languages are written in the same script. */
  readonly words?: string;
  /** Letters of its script that no word of it has. */
  readonly lacks?: RegExp;
  /** Whether it is the one with kana among its Han characters, or the one without. */
  readonly hasKana?: boolean;
}

/** Japanese has more kana than this among its characters, Chinese has less. */
export const KANA_SHARE = 0.1;

const latin = (name: string, words: string): Language => ({ name, scripts: ["Latin"], words });
const cyrillic = (name: string, words: string): Language => ({ name, scripts: ["Cyrillic"], words });
const arabic = (name: string, words: string): Language => ({ name, scripts: ["Arabic"], words });
const devanagari = (name: string, words: string): Language => ({ name, scripts: ["Devanagari"], words });
const alone = (name: string, ...scripts: readonly Script[]): Language => ({ name, scripts });

/** The ISO 639-1 codes of the languages that can be told; those with frequent words are the first 28. */
export const LANGUAGE_CODES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "sv",
  "da",
  "no",
  "fi",
  "pl",
  "cs",
  "ro",
  "hu",
  "tr",
  "vi",
  "id",
  "sw",
  "ru",
  "uk",
  "bg",
  "ar",
  "fa",
  "ur",
  "hi",
  "mr",
  "ne",
  "el",
  "he",
  "bn",
  "ta",
  "te",
  "kn",
  "gu",
  "pa",
  "ml",
  "th",
  "ko",
  "ka",
  "hy",
  "zh",
  "ja",
] as const;

/** ISO 639-1 code of a language that can be told. */
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** The languages that can be told. */
export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  en: latin(
    "english",
    "the of and to in is that it for as with be this are on by at from or an not have has was we you so then if can will which but they their there what when how all would let more some these one each other our he she his her its than also into only do does need get because since where after about should could here just",
  ),
  de: latin(
    "german",
    "der die das und ist nicht ein eine zu den von mit sich auf für im dem des es wir sie ich du er wenn dann also auch aus wird sind hat haben als an bei nach nur noch aber oder einen einer einem über kann können muss müssen daher weil dass wie so zum zur durch man hier mehr diese dieser dieses",
  ),
  fr: latin(
    "french",
    "le la les de des du et est un une en que qui dans pour pas sur avec ce cette ces il elle nous vous ils on ne se au aux par plus donc si mais ou où sont être avoir a ont comme alors car leur son sa ses tout tous peut faut puis ainsi entre",
  ),
  es: latin(
    "spanish",
    "el la los las de del y es un una en que por para con no se al lo su sus como más pero entonces si o son está esta este esto estos ser tiene tenemos hay cuando donde porque también ya muy nos le les cada entre debe puede pues así todo todos",
  ),
  it: latin(
    "italian",
    "il lo la gli le di del della dei delle e è un una in che per non con si al alla da dal come più ma quindi se o sono essere ha hanno questo questa questi quando dove perché anche già molto ci ogni tra fra deve può così tutto tutti allora nel nella",
  ),
  pt: latin(
    "portuguese",
    "o os as de do da dos das e é um uma em no na nos nas que por para com não se ao à seu sua como mais mas então ou são está esta este isso isto ser tem temos há quando onde porque também já muito cada entre deve pode assim todo todos pelo pela",
  ),
  nl: latin(
    "dutch",
    "de het een en van is dat niet in op te met voor zijn er aan ook als maar om dan wij we ze je hij zij door naar bij uit over nog wel geen dus kan moet moeten deze dit die wordt worden hebben heeft of omdat waar hoe wat meer",
  ),
  sv: latin(
    "swedish",
    "och att det är en ett som på för av med den inte vi har kan om så men till från du jag de han hon då där här eller när var vad hur också bara skall ska måste alla denna detta dessa blir mycket mer efter under över",
  ),
  da: latin(
    "danish",
    "og at det er en et som på for af med den ikke vi har kan om så men til fra du jeg de han hun da der her eller når hvor hvad hvordan også kun skal må alle denne dette disse bliver meget mere efter under over blev være",
  ),
  no: latin(
    "norwegian",
    "og at det er en et som på for av med den ikke vi har kan om så men til fra du jeg de han hun da der her eller når hvor hva hvordan også bare skal må alle denne dette disse blir mye mer etter under over ble være",
  ),
  fi: latin(
    "finnish",
    "ja on ei se että kun niin hän mutta ovat tämä myös kuin jos joka oli olla me sen sitten tai siis nyt voi ole mitä vain jotka koska missä näin tässä siitä tämän niiden kanssa mukaan siksi eli kaikki",
  ),
  pl: latin(
    "polish",
    "i w na z do się nie jest to że o jak po co ale dla od przez za tym czy więc jego jej ich są być ma mamy może tylko już także oraz gdy jeśli który która które ten ta te wszystkie ponieważ bo więcej",
  ),
  cs: latin(
    "czech",
    "a se na je že v to s z do o i ve pro za by ale jako od který která které jsou být má máme může jen už také tak když jestli proto protože ten ta tento tato tyto všechny nebo při podle jeho její po",
  ),
  ro: latin(
    "romanian",
    "și în de la cu pe nu este un o care să din pentru că se mai ca sau dar sunt are au fi fost dacă atunci deci când unde cum acest această aceste toate prin între lui ei poate trebuie astfel foarte",
  ),
  hu: latin(
    "hungarian",
    "a az és hogy nem is egy ez azt van de ha meg csak már el mint vagy akkor így tehát mert lesz volt kell lehet ezt ami amely minden még nagyon itt ott most után között ki mi én ők vannak",
  ),
  tr: latin(
    "turkish",
    "ve bir bu da de için ile ne o çok daha olarak gibi var olan ama en kadar ise sonra her değil ki veya yani şimdi eğer çünkü olur bunu buna şu biz ben sen ya mi mı tüm göre önce nasıl",
  ),
  vi: latin(
    "vietnamese",
    "và của là có cho không được trong một với các những này đó để khi thì người như từ ra đã sẽ cũng nếu vì nên ta chúng tôi bạn về tại hay hoặc phải số ở mà theo bằng vậy do",
  ),
  id: latin(
    "indonesian",
    "dan yang di ke dari untuk dengan ini itu adalah pada tidak dalam kita akan bisa dapat ada atau juga oleh saya sebagai karena jika maka jadi lebih sudah telah harus saat mereka kami semua satu setiap antara",
  ),
  sw: latin(
    "swahili",
    "na ya wa kwa ni katika za la cha kuwa hii ili au pia lakini yake kama sana watu hiyo vya hivyo kwamba hizi huo huu hilo zaidi tu yetu wao sisi mimi yeye wetu baada kabla kila moja mbili hapa basi bila hadi kutoka bado tunaweza ambayo ambao",
  ),
  ru: {
    ...cyrillic(
      "russian",
      "и в не на что с по это как а из у за то для но мы он она они его её их так же если от или при был быть есть все значит тогда только может можно нужно который которые этот эта эти где когда поэтому",
    ),
    lacks: /[іїєґ]/iu,
  },
  uk: cyrillic(
    "ukrainian",
    "і в у не на що з по це як та із за то для але ми він вона вони його її їх так же якщо від або при був бути є всі отже тоді тільки може можна треба який які цей ця ці де коли тому",
  ),
  bg: {
    ...cyrillic(
      "bulgarian",
      "и в не на че с по това как а от за то да но ние той тя те него нея ги така ако или при беше бъде е са всички значи тогава само може трябва който които този тази тези къде когато затова се ще",
    ),
    lacks: /[ыэёіїє]|ь(?!о)/iu,
  },
  ar: arabic(
    "arabic",
    "في من على أن إلى هذا هذه التي الذي عن مع لا ما كان هو هي إذا لأن كل بين أو ثم قد يكون إن و لم بعد عند حيث ذلك كما لكن نحن يجب يمكن إذن",
  ),
  fa: arabic(
    "persian",
    "و در به از که این را با است برای آن یک می ما هر تا بر یا اگر پس نیز هم شود کند شده باید دارد چون ها های نیست اما بود خود دو می‌شود",
  ),
  ur: arabic(
    "urdu",
    "اور کے میں کی ہے کا کو سے یہ ہیں نے پر کہ ایک ہم وہ تو بھی اس ان جو ہو کر لیے تھا نہیں یا اگر پھر گا گی جب تک ہوتا ہوتی",
  ),
  hi: devanagari(
    "hindi",
    "के का की में है और से को ने पर यह हैं कि एक इस भी कर था लिए नहीं जो तो हो हम वह फिर या इसे किया करने होता सकते गया अब यदि अगर जब ये उस बाद साथ देते रहे",
  ),
  mr: devanagari(
    "marathi",
    "आणि आहे च्या हे या ते मध्ये नाही एक हा ही व तो की आहेत साठी पण होते केले त्या आपण त्यामुळे तर जर मग किंवा असेल होईल आता म्हणून मी आपल्याला त्याच्या हवे झाले करून",
  ),
  ne: devanagari(
    "nepali",
    "र छ को मा का हो लाई यो पनि गर्न छन् एक भएको गर्ने भने तर थियो उनी हुन्छ गरेको हामी त्यो अब यदि वा तथा लागि छैन हामीले गर्नुहोस् त्यसैले अनि भन्ने सबै दुई",
  ),
  el: alone("greek", "Greek"),
  he: alone("hebrew", "Hebrew"),
  bn: alone("bengali", "Bengali"),
  ta: alone("tamil", "Tamil"),
  te: alone("telugu", "Telugu"),
  kn: alone("kannada", "Kannada"),
  gu: alone("gujarati", "Gujarati"),
  pa: alone("punjabi", "Gurmukhi"),
  ml: alone("malayalam", "Malayalam"),
  th: alone("thai", "Thai"),
  ko: alone("korean", "Hangul"),
  ka: alone("georgian", "Georgian"),
  hy: alone("armenian", "Armenian"),
  zh: { ...alone("chinese", "Han"), hasKana: false },
  ja: { ...alone("japanese", "Han", "Hiragana", "Katakana"), hasKana: true },
};

/** The language that is meant by a code, with or without a region, or by its English name; `null` if none is known. */
export function findLanguage(text: string): LanguageCode | null {
  const [meant = ""] = text.trim().toLowerCase().split(/[-_]/, 1);
  return LANGUAGE_CODES.find((code) => code === meant || LANGUAGES[code].name === meant) ?? null;
}
